package dev.godwit.manifest.internal.retry;

import dev.godwit.manifest.internal.http.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A number in a header.
record HeaderNumber(String header, @Nullable Pattern pattern) {
  /// The number, or null where the header is missing or holds none. The pattern must match at the
  /// header's beginning; what it matches is the number.
  @Nullable Double in(Answer answer) {
    return switch (answer) {
      case Answer.Received(Response response) -> {
        String value = response.headers().get(header);
        yield value == null ? null : number(cut(value));
      }
      case Answer.Failed _ -> null;
    };
  }

  private String cut(String value) {
    if (pattern == null) {
      return value;
    }
    Matcher matcher = pattern.matcher(value);
    return matcher.lookingAt() ? matcher.group() : value;
  }

  private static @Nullable Double number(String text) {
    try {
      return Double.valueOf(text.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
