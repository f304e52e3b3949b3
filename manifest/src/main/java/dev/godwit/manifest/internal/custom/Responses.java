package dev.godwit.manifest.internal.custom;

import dev.godwit.manifest.internal.http.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers as components see them: status, headers and address as arguments, the body as it is.
public final class Responses {
  private Responses() {}

  /// The arguments of a call about an answer. Its body goes along as the call's.
  public static Map<String, @Nullable Object> arguments(Response response) {
    Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
    arguments.put("status", (long) response.status());
    arguments.put("headers", response.headers());
    arguments.put("url", response.url());
    return arguments;
  }
}
