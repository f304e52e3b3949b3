package dev.godwit.manifest.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where answers lead on to.
final class Redirects {
  /// As many as the reference follows.
  static final int MOST = 30;

  private Redirects() {}

  /// Whether an answer leads on.
  static boolean leadsOn(int status, Map<String, String> headers) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> headers.containsKey("Location");
      default -> false;
    };
  }

  /// The request to send next, or null when the answer is final. 301, 302 and 303 turn everything
  /// but HEAD into a GET; credentials stay behind when the origin changes.
  static @Nullable Request next(Request request, Response response) {
    String location = response.headers().get("Location");
    if (location == null || !leadsOn(response.status(), response.headers())) {
      return null;
    }
    String target = Address.wire(Address.resolve(request.url(), asUtf8(location)));
    boolean keepBody = response.status() == 307 || response.status() == 308;
    boolean sameOrigin = Parts.of(target).mayHaveCredentialsOf(Parts.of(request.url()));
    String method = keepBody || request.method().equals("HEAD") ? request.method() : "GET";
    Map<String, String> headers = new LinkedHashMap<>(request.headers());
    headers
        .keySet()
        .removeIf(name ->
            (!keepBody && name.equalsIgnoreCase("Content-Type"))
                || (!sameOrigin && name.equalsIgnoreCase("Authorization")));
    return new Request(
        method, target, headers, keepBody ? request.body() : null, request.streamed());
  }

  /// Headers are read as Latin-1; addresses in them are UTF-8.
  private static String asUtf8(String header) {
    return new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
