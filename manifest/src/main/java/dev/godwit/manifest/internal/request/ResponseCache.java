package dev.godwit.manifest.internal.request;

import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.http.Response;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers to GET requests that several streams of a source ask for, most of all parents of
/// substreams. Thread-safe; when two ask at the same time both may go out. Answers are kept for
/// each stream by its name, as the reference does. Holds a bounded number of bytes, the oldest go
/// first.
public final class ResponseCache {
  /// Parents are lists of keys; 64 MiB holds hundreds of thousands of them.
  private static final long MOST_BYTES = 64L << 20;

  private record Key(
      String stream, String method, String url, Map<String, String> headers, int body) {
    static Key of(String stream, Request request) {
      return new Key(
          stream,
          request.method(),
          request.url(),
          request.headers(),
          Arrays.hashCode(request.body()));
    }
  }

  private final LinkedHashMap<Key, Response> responses = new LinkedHashMap<>();
  private long bytes;

  synchronized @Nullable Response find(String stream, Request request) {
    return responses.get(Key.of(stream, request));
  }

  /// Keeps only what the reference keeps: complete answers to GET.
  synchronized void keep(String stream, Request request, Response response) {
    if (!request.method().equals("GET") || response.status() != 200) {
      return;
    }
    Response former = responses.put(Key.of(stream, request), response);
    bytes += response.body().length - (former == null ? 0 : former.body().length);
    while (bytes > MOST_BYTES && responses.size() > 1) {
      bytes -= responses.pollFirstEntry().getValue().body().length;
    }
  }
}
