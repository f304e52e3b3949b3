package dev.godwit.manifest.internal.record;

import dev.godwit.manifest.internal.template.Reads;
import dev.godwit.manifest.internal.template.Template;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The top-level fields of a row that something looks at or changes, as far as that is known before
/// any row is seen. Immutable.
///
/// @param reads fields whose values matter
/// @param writes fields that may be set or removed
record Footprint(Set<String> reads, Set<String> writes) {
  /// Methods that change what they are called on, which may lie inside a row.
  private static final Pattern CHANGES =
      Pattern.compile(
          "\\.\\s*(append|extend|insert|pop|popitem|remove|clear|sort|reverse|update|setdefault)\\b");

  /// What a template looks at; null where that may be the whole row, or where it may change it.
  static @Nullable Footprint of(Template template) {
    if (CHANGES.matcher(template.source()).find()) {
      return null;
    }
    return switch (template.reads("record")) {
      case Reads.Everything _ -> null;
      case Reads.Keys(Set<String> names) -> new Footprint(names, Set.of());
    };
  }

  /// A field that is set or removed, whatever was there before.
  static Footprint writing(String field) {
    return new Footprint(Set.of(), Set.of(field));
  }

  /// A field that is changed, or set only sometimes.
  static Footprint changing(String field) {
    return new Footprint(Set.of(field), Set.of(field));
  }

  /// All of several; null where one of them is.
  static @Nullable Footprint all(Collection<? extends @Nullable Footprint> parts) {
    Set<String> reads = new LinkedHashSet<>();
    Set<String> writes = new LinkedHashSet<>();
    for (Footprint part : parts) {
      if (part == null) {
        return null;
      }
      reads.addAll(part.reads);
      writes.addAll(part.writes);
    }
    return new Footprint(reads, writes);
  }

  /// The fields, those that are written first.
  List<String> fields() {
    Set<String> fields = new LinkedHashSet<>(writes);
    fields.addAll(reads);
    return List.copyOf(fields);
  }
}
