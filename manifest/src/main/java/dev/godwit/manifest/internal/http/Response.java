package dev.godwit.manifest.internal.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An answer. Its body has been read to the end, or is still open where the request asked for that
/// and the status is below 400. An open one holds a connection until it is read or closed, and
/// belongs to one thread; one that has been read may be shared.
public final class Response implements AutoCloseable {
  private final int status;
  private final Map<String, String> headers;
  private final String url;
  private final long wireBytes;
  private byte @Nullable [] bytes;
  private @Nullable OpenBody open;

  /// An answer that has been read.
  ///
  /// @param headers names compare without case; repeated ones are joined by `, `
  /// @param body with all encodings undone; not to be changed
  /// @param url where the answer came from after redirects
  public Response(int status, Map<String, String> headers, byte[] body, String url) {
    this(status, headers, url, body.length, body, null);
  }

  private Response(
      int status,
      Map<String, String> headers,
      String url,
      long wireBytes,
      byte @Nullable [] bytes,
      @Nullable OpenBody open) {
    this.status = status;
    this.headers = headers;
    this.url = url;
    this.wireBytes = wireBytes;
    this.bytes = bytes;
    this.open = open;
  }

  /// An answer that has been read from a body which came encoded in `wireBytes` bytes.
  static Response read(
      int status, Map<String, String> headers, byte[] body, long wireBytes, String url) {
    return new Response(status, headers, url, wireBytes, body, null);
  }

  static Response open(int status, Map<String, String> headers, OpenBody body, String url) {
    return new Response(status, headers, url, 0, null, body);
  }

  public int status() {
    return status;
  }

  /// Names compare without case; repeated headers are joined by `, `.
  public Map<String, String> headers() {
    return headers;
  }

  /// Where the answer came from after redirects.
  public String url() {
    return url;
  }

  /// Whether the status is below 400, as the reference defines success.
  public boolean ok() {
    return status < 400;
  }

  /// Whether the body is still to be read.
  public boolean isOpen() {
    return bytes == null;
  }

  /// The whole body with all encodings undone, not to be changed. An open one is read to its end
  /// and kept, if nobody has taken its stream.
  ///
  /// @throws dev.godwit.core.error.GodwitException TRANSIENT `http.broken-body` when the connection
  ///   breaks while an open body is read, SYSTEM `http.body-too-large` beyond {@link
  ///   Limits#BODY_BYTES}
  public byte[] body() {
    byte[] known = bytes;
    if (known != null) {
      return known;
    }
    byte[] read = take().readWhole();
    bytes = read;
    return read;
  }

  /// The body as it arrives, with all encodings undone; over the bytes where it has been read. An
  /// open one can be taken once. Closing the stream early gives the connection up.
  ///
  /// The stream never ends silently before the body does: when the connection breaks, `read` throws
  /// GodwitException TRANSIENT `http.broken-body`, and when the thread is interrupted
  /// InterruptedIOException.
  public InputStream stream() {
    byte[] known = bytes;
    return known != null ? new ByteArrayInputStream(known) : take();
  }

  private OpenBody take() {
    OpenBody body = Objects.requireNonNull(open, "the body was taken before");
    open = null;
    return body;
  }

  /// The body as UTF-8.
  public String text() {
    return new String(body(), StandardCharsets.UTF_8);
  }

  /// Tells `counter` how many bytes of the body have been read: at once, or as they are read. Comes
  /// before the body is taken.
  public void count(ByteCounter counter) {
    if (bytes != null) {
      counter.received(wireBytes, bytes.length);
    } else if (open != null) {
      open.count(counter);
    }
  }

  /// Gives up an open body that nobody took. Where the stream was taken, its taker closes it.
  @Override
  public void close() {
    if (open != null) {
      open.close();
    }
  }
}
