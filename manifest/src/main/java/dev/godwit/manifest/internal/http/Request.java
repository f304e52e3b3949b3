package dev.godwit.manifest.internal.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request as it goes on the wire.
///
/// @param url absolute and encoded
/// @param headers in wire order; names keep their spelling
/// @param body null for none
/// @param streamed whether the body of the answer is wanted open
public record Request(
    String method,
    String url,
    Map<String, String> headers,
    byte @Nullable [] body,
    boolean streamed) {
  public Request {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /// A request whose answer is read to its end.
  public Request(String method, String url, Map<String, String> headers, byte @Nullable [] body) {
    this(method, url, headers, body, false);
  }

  public Request withHeaders(Map<String, String> others) {
    return new Request(method, url, others, body, streamed);
  }

  /// The same request for an answer whose body stays open.
  public Request forStream() {
    return new Request(method, url, headers, body, true);
  }

  /// Method and address without the query, which may hold secrets.
  public String describe() {
    int query = url.indexOf('?');
    return method + " " + (query < 0 ? url : url.substring(0, query));
  }
}
