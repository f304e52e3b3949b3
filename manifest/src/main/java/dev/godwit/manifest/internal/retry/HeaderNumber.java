package dev.godwit.manifest.internal.retry;

import dev.godwit.manifest.internal.http.Response;
import dev.godwit.manifest.internal.python.Conversion;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.Regex;
import org.jspecify.annotations.Nullable;

/// A number in a header.
record HeaderNumber(String header, @Nullable Regex pattern) {
  /// The number, or null where the header is missing or holds none. The pattern must match at the
  /// header's beginning; what it matches is the number.
  @Nullable Double in(Answer answer) {
    return switch (answer) {
      case Answer.Received(Response response) -> {
        String value = response.headers().get(header);
        yield value == null || value.isEmpty() ? null : number(cut(value));
      }
      case Answer.Failed _ -> null;
    };
  }

  private String cut(String value) {
    String matched = pattern == null ? null : pattern.matchAtStart(value);
    return matched == null ? value : matched;
  }

  private static @Nullable Double number(String text) {
    try {
      return Conversion.toFloat(text);
    } catch (PythonException notANumber) {
      return null;
    }
  }
}
