package dev.godwit.cli.demo;

import dev.godwit.core.json.JsonWriter;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the shop's API replies.
record ShopAnswer(int status, Map<String, String> headers, Map<String, @Nullable Object> body) {
  static ShopAnswer ok(Map<String, @Nullable Object> body) {
    return new ShopAnswer(200, Map.of(), body);
  }

  static ShopAnswer error(int status, String message) {
    return new ShopAnswer(status, Map.of(), Map.of("error", message));
  }

  static ShopAnswer tooManyRequests(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return new ShopAnswer(
        429,
        Map.of("Retry-After", Long.toString(seconds)),
        Map.of("error", "Too many requests. Come back later."));
  }

  byte[] bytes() {
    return JsonWriter.bytes(body);
  }
}
