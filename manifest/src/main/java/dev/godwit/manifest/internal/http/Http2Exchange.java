package dev.godwit.manifest.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/// One answer over HTTP/2: the client's threads bring it, the thread that asked waits for it.
/// Whatever goes wrong over there is an exception here, at once.
final class Http2Exchange implements AsyncResponseConsumer<Void>, FutureCallback<Void> {
  private final CompletableFuture<HttpResponse> head = new CompletableFuture<>();
  private final Http2Body body;

  /// @param patience between two pieces of the answer
  Http2Exchange(Duration patience) {
    body = new Http2Body(patience);
  }

  /// The answer's head, once it has come.
  HttpResponse awaitHead(Duration patience) throws IOException {
    try {
      return head.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw (IOException) new SocketTimeoutException("no answer in time").initCause(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted").initCause(e);
    } catch (ExecutionException e) {
      throw Http2Body.asIo(e.getCause());
    }
  }

  Http2Body body() {
    return body;
  }

  @Override
  public void consumeResponse(
      HttpResponse response,
      @Nullable EntityDetails entity,
      HttpContext context,
      FutureCallback<Void> callback) {
    if (entity == null) {
      body.end();
    }
    head.complete(response);
  }

  /// News such as early hints.
  @Override
  public void informationResponse(HttpResponse response, HttpContext context) {}

  @Override
  public void updateCapacity(CapacityChannel channel) throws IOException {
    body.begin(channel);
  }

  @Override
  public void consume(ByteBuffer bytes) {
    byte[] piece = new byte[bytes.remaining()];
    bytes.get(piece);
    body.add(piece);
  }

  @Override
  public void streamEnd(@Nullable List<? extends Header> trailers) {
    body.end();
  }

  @Override
  public void failed(Exception cause) {
    body.fail(cause);
    head.completeExceptionally(cause);
  }

  @Override
  public void completed(Void nothing) {}

  @Override
  public void cancelled() {
    failed(new IOException("the request was cancelled"));
  }

  /// After the end this changes nothing; before it, nothing more will come.
  @Override
  public void releaseResources() {
    failed(new IOException("the connection was closed"));
  }
}
