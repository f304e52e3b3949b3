package dev.godwit.python;

import dev.godwit.manifest.component.HostWorld;
import dev.godwit.manifest.component.HttpLink;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Does what components ask for in the middle of a call: sends requests, waits, keeps renewed
/// credentials. Done by the thread that called.
record Errands(HostWorld world) {
  /// Headers that belong to a connection, which is the engine's own.
  private static final Set<String> OF_CONNECTION =
      Set.of("accept-encoding", "connection", "content-length", "host", "transfer-encoding");

  /// What to answer; null where nothing was asked for.
  @Nullable Frame run(Frame asked) throws InterruptedException {
    if (asked.head().get("sleep") instanceof Number seconds) {
      world.surroundings().sleeper().sleep(Duration.ofNanos((long) (seconds.doubleValue() * 1e9)));
      return answer(asked, Map.of(), Frame.NO_BODY);
    }
    if (asked.has("renewed")) {
      world.renewed().accept(asked.object("renewed"));
      return answer(asked, Map.of(), Frame.NO_BODY);
    }
    return asked.has("http") ? send(asked) : null;
  }

  private Frame send(Frame asked) throws InterruptedException {
    Map<String, @Nullable Object> request = asked.object("http");
    Map<String, String> headers = new LinkedHashMap<>();
    if (request.get("headers") instanceof Map<?, ?> given) {
      given.forEach((name, value) -> {
        if (!OF_CONNECTION.contains(String.valueOf(name).toLowerCase(Locale.ROOT))) {
          headers.put(String.valueOf(name), String.valueOf(value));
        }
      });
    }
    boolean hasBody = Boolean.TRUE.equals(request.get("has_body"));
    try {
      HttpLink.Answer answer =
          world
              .http()
              .send(
                  new HttpLink.Ask(
                      String.valueOf(request.get("method")),
                      String.valueOf(request.get("url")),
                      headers,
                      hasBody ? asked.body() : null));
      return answer(
          asked,
          Map.of(
              "status", (long) answer.status(), "headers", answer.headers(), "url", answer.url()),
          answer.body());
    } catch (IOException e) {
      String why = e.getMessage();
      return answer(asked, Map.of("unreachable", why == null ? e.toString() : why), Frame.NO_BODY);
    }
  }

  private static Frame answer(Frame asked, Map<String, ?> more, byte[] body) {
    Map<String, @Nullable Object> head = new LinkedHashMap<>(more);
    head.put("answer", asked.head().get("id"));
    return new Frame(head, body);
  }
}
