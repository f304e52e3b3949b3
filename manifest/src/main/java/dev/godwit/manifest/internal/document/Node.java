package dev.godwit.manifest.internal.document;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A value of a document together with where it was written. Nodes are immutable, so trees share
/// branches freely: what a reference or an anchor points at exists once, however often it is used.
public sealed interface Node {
  /// Where the value begins. A value that a reference brought in keeps the place where it was
  /// written.
  Mark mark();

  /// A mapping. The order of its fields is the order of the text.
  ///
  /// @param fields unmodifiable
  record ObjectNode(Mark mark, Map<String, Node> fields) implements Node {
    public @Nullable Node field(String name) {
      return fields.get(name);
    }
  }

  /// A sequence.
  ///
  /// @param elements unmodifiable
  record ListNode(Mark mark, List<Node> elements) implements Node {}

  /// A single value.
  ///
  /// @param value null, Boolean, Long, BigInteger, Double, String, or one of `java.time`'s
  ///   LocalDate, LocalDateTime and OffsetDateTime for YAML timestamps
  record ScalarNode(Mark mark, @Nullable Object value) implements Node {}
}
