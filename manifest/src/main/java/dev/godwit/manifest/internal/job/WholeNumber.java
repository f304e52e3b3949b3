package dev.godwit.manifest.internal.job;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A field that holds a number or a template of one, cut as Python's `int()` cuts it.
final class WholeNumber {
  private WholeNumber() {}

  /// The number; null where the field makes none.
  static @Nullable Long of(Object field, Scope scope) {
    return switch (field) {
      case Long number -> number;
      default -> {
        try {
          yield cut(InterpolatedString.of(field.toString(), Map.of()).eval(scope));
        } catch (GodwitException noValue) {
          yield null;
        }
      }
    };
  }

  private static @Nullable Long cut(@Nullable Object value) {
    return switch (value) {
      case Long number -> number;
      case Double number -> number.longValue();
      case Boolean flag -> flag ? 1L : 0L;
      case String text when text.strip().matches("[+-]?\\d{1,18}") -> Long.valueOf(text.strip());
      case null, default -> null;
    };
  }
}
