package dev.godwit.manifest.internal.document;

import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A value of a document together with where it was written. Nodes are immutable, so trees share
/// branches freely: what a reference or an anchor points at exists once, however often it is used.
public sealed interface Node {
  /// Where the value begins. A value that a reference brought in keeps the place where it was
  /// written.
  Mark mark();

  /// The value without places, as JSON: null, Boolean, Long, BigInteger, Double, String, List or
  /// Map, the last two unmodifiable. Dates and times become text in ISO 8601.
  @Nullable Object plain();

  /// The tree of a JSON value, all of it at one place.
  ///
  /// @throws IllegalArgumentException when the value, or one inside it, is not of a type that
  ///   {@link #plain()} gives
  static Node of(Mark mark, @Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Node> fields = new LinkedHashMap<>();
        map.forEach((name, element) -> fields.put(String.valueOf(name), of(mark, element)));
        yield new ObjectNode(mark, Collections.unmodifiableMap(fields));
      }
      case List<?> list ->
          new ListNode(mark, list.stream().map(element -> of(mark, element)).toList());
      case null -> new ScalarNode(mark, null);
      case String text -> new ScalarNode(mark, text);
      case Boolean bool -> new ScalarNode(mark, bool);
      case Number number -> new ScalarNode(mark, number);
      default -> throw new IllegalArgumentException("not a JSON value: " + value.getClass());
    };
  }

  /// A mapping. The order of its fields is the order of the text.
  ///
  /// @param fields unmodifiable
  record ObjectNode(Mark mark, Map<String, Node> fields) implements Node {
    public @Nullable Node field(String name) {
      return fields.get(name);
    }

    @Override
    public Map<String, @Nullable Object> plain() {
      Map<String, @Nullable Object> values = LinkedHashMap.newLinkedHashMap(fields.size());
      fields.forEach((name, value) -> values.put(name, value.plain()));
      return Collections.unmodifiableMap(values);
    }
  }

  /// A sequence.
  ///
  /// @param elements unmodifiable
  record ListNode(Mark mark, List<Node> elements) implements Node {
    @Override
    public List<@Nullable Object> plain() {
      List<@Nullable Object> values = new ArrayList<>(elements.size());
      elements.forEach(element -> values.add(element.plain()));
      return Collections.unmodifiableList(values);
    }
  }

  /// A single value.
  ///
  /// @param value null, Boolean, Long, BigInteger, Double, String, or one of `java.time`'s
  ///   LocalDate, LocalDateTime and OffsetDateTime for YAML timestamps
  record ScalarNode(Mark mark, @Nullable Object value) implements Node {
    @Override
    public @Nullable Object plain() {
      return value instanceof Temporal time ? PythonText.iso(time) : value;
    }
  }
}
