package dev.godwit.manifest.internal.retry;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.manifest.internal.http.Response;
import dev.godwit.manifest.internal.python.Truth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds what an API says about an error in the body of its response.
final class ErrorMessages {
  /// Names that APIs use, in the order in which they are tried.
  private static final List<String> NAMES =
      List.of(
          "message",
          "messages",
          "error",
          "errors",
          "failures",
          "failure",
          "detail",
          "err",
          "error_message",
          "msg",
          "reason",
          "status_message");

  private ErrorMessages() {}

  /// The message, or the body itself where it is no JSON; null where there is nothing.
  static @Nullable String find(Response response) {
    try {
      return find(JsonParser.LENIENT.parse(response.body()));
    } catch (GodwitException notJson) {
      return response.text().isEmpty() ? null : response.text();
    }
  }

  private static @Nullable String find(@Nullable Object value) {
    return switch (value) {
      case String text -> text;
      case List<?> list ->
          list.stream()
              .map(ErrorMessages::find)
              .filter(Objects::nonNull)
              .collect(Collectors.joining(", "));
      case Map<?, ?> map -> find(named(map));
      case null, default -> null;
    };
  }

  /// The value of the first name that has one; of the last name where none has.
  private static @Nullable Object named(Map<?, ?> map) {
    for (String name : NAMES) {
      if (Truth.of(map.get(name))) {
        return map.get(name);
      }
    }
    return map.get(NAMES.getLast());
  }
}
