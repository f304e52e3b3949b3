package dev.godwit.mapping.pii;

import dev.godwit.mapping.rule.FieldPath;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A column of generated values.
///
/// @param expected what is in it; null for no personal data
record Column(
    String stream, String field, List<@Nullable Object> values, @Nullable PiiClass expected) {
  @Nullable PiiClass found() {
    return finding().map(Finding::pii).orElse(null);
  }

  private Optional<Finding> finding() {
    return PiiScan.look(stream, FieldPath.parse(field), values);
  }

  @Override
  public String toString() {
    return "%s.%s %s: %s"
        .formatted(stream, field, values.subList(0, Math.min(3, values.size())), finding());
  }
}
