package dev.godwit.manifest.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A response that was read to its end.
///
/// @param headers names compare without case; repeated ones are joined by `, `
/// @param body decompressed; not to be changed
/// @param url where the response came from after redirects
public record Response(int status, Map<String, String> headers, byte[] body, String url) {
  /// Whether the status is below 400, as the reference defines success.
  public boolean ok() {
    return status < 400;
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
