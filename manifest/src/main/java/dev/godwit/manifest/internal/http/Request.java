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
public record Request(
    String method, String url, Map<String, String> headers, byte @Nullable [] body) {
  public Request {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /// Method and address without the query, which may hold secrets.
  public String describe() {
    int query = url.indexOf('?');
    return method + " " + (query < 0 ? url : url.substring(0, query));
  }

  Request redirected(String newMethod, String newUrl, boolean keepBody, boolean keepAuthorization) {
    Map<String, String> kept = new LinkedHashMap<>(headers);
    kept.keySet()
        .removeIf(name ->
            (!keepBody && name.equalsIgnoreCase("Content-Type"))
                || (!keepAuthorization && name.equalsIgnoreCase("Authorization")));
    return new Request(newMethod, newUrl, kept, keepBody ? body : null);
  }
}
