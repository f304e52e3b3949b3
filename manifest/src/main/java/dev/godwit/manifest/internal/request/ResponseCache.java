package dev.godwit.manifest.internal.request;

import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.http.Response;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers to GET requests that several streams of a source ask for, most of all parents of
/// substreams. Thread-safe; when two ask at the same time both may go out. Answers are kept for
/// each stream by its name, as the reference does.
///
/// A bounded number of bytes stays in memory; the oldest bodies go to a file that only its owner
/// may read. Requests, which hold secrets, are never written.
public final class ResponseCache implements AutoCloseable {
  /// Parents are lists of keys; 64 MiB holds hundreds of thousands of them.
  private static final long MOST_BYTES = 64L << 20;

  /// The same request has the same parameters, in whichever order, and the same headers and body.
  private record Key(
      String stream,
      String method,
      String url,
      Map<String, String> headers,
      @Nullable ByteBuffer body) {
    static Key of(String stream, Request request) {
      byte[] body = request.body();
      return new Key(
          stream,
          request.method(),
          sorted(request.url()),
          request.headers(),
          body == null ? null : ByteBuffer.wrap(body));
    }

    private static String sorted(String url) {
      int mark = url.indexOf('?');
      if (mark < 0) {
        return url;
      }
      String[] parameters = url.substring(mark + 1).split("&", -1);
      Arrays.sort(parameters);
      return url.substring(0, mark + 1) + String.join("&", parameters);
    }
  }

  private final Map<Key, Response> inMemory = new LinkedHashMap<>();
  private final Map<Key, SpilledBodies.Place> onDisk = new LinkedHashMap<>();
  private final SpilledBodies spilled;
  private final long most;
  private long bytes;

  public ResponseCache() {
    this(MOST_BYTES, new SpilledBodies());
  }

  ResponseCache(long most, SpilledBodies spilled) {
    this.most = most;
    this.spilled = spilled;
  }

  synchronized @Nullable Response find(String stream, Request request) {
    Key key = Key.of(stream, request);
    Response response = inMemory.get(key);
    if (response != null) {
      return response;
    }
    SpilledBodies.Place place = onDisk.get(key);
    return place == null ? null : spilled.read(place);
  }

  /// Keeps only what the reference keeps: complete answers to GET.
  synchronized void keep(String stream, Request request, Response response) {
    if (!request.method().equals("GET") || response.status() != 200) {
      return;
    }
    Key key = Key.of(stream, request);
    onDisk.remove(key);
    Response former = inMemory.put(key, response);
    bytes += response.body().length - (former == null ? 0 : former.body().length);
    while (bytes > most && inMemory.size() > 1) {
      spillOldest();
    }
  }

  private void spillOldest() {
    Map.Entry<Key, Response> oldest = inMemory.entrySet().iterator().next();
    inMemory.remove(oldest.getKey());
    bytes -= oldest.getValue().body().length;
    SpilledBodies.Place place = spilled.write(oldest.getValue());
    if (place != null) {
      onDisk.put(oldest.getKey(), place);
    }
  }

  @Override
  public synchronized void close() {
    inMemory.clear();
    onDisk.clear();
    spilled.close();
  }
}
