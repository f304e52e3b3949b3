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
      case List<?> list -> {
        String joined =
            list.stream()
                .map(ErrorMessages::find)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        yield list.isEmpty() ? null : joined;
      }
      case Map<?, ?> map ->
          find(NAMES.stream().map(map::get).filter(Truth::of).findFirst().orElse(null));
      case null, default -> null;
    };
  }
}
