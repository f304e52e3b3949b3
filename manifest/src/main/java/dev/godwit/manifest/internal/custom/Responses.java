package dev.godwit.manifest.internal.custom;

import dev.godwit.manifest.component.HostedComponent;
import dev.godwit.manifest.internal.http.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Answers as components see them: status, headers and address as arguments, the body as it is.
public final class Responses {
  /// The status of an answer that there is none; it counts as an error.
  private static final int NONE = 599;

  private Responses() {}

  /// The arguments of a call about an answer. Its body goes along as the call's.
  public static Map<String, @Nullable Object> arguments(Response response) {
    Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
    arguments.put("status", (long) response.status());
    arguments.put("headers", response.headers());
    arguments.put("url", response.url());
    return arguments;
  }

  /// The answer that a component came to; one with an error status where it came to none.
  public static Response of(HostedComponent.Reply reply) {
    Map<String, @Nullable Object> told = reply.object();
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (told.get("headers") instanceof Map<?, ?> map) {
      map.forEach((name, value) -> headers.put(String.valueOf(name), String.valueOf(value)));
    }
    return new Response(
        told.get("status") instanceof Long status ? Math.toIntExact(status) : NONE,
        headers,
        reply.body(),
        told.get("url") instanceof String url ? url : "");
  }
}
