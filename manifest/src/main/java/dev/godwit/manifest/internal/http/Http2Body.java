package dev.godwit.manifest.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.jspecify.annotations.Nullable;

/// A body over HTTP/2, piece by piece. A server sends no more than what was read and a window
/// beyond it.
final class Http2Body extends RangeStream {
  /// What a server may send before anything is read.
  private static final int WINDOW = 1 << 20;

  private sealed interface Piece {
    record Bytes(byte[] bytes) implements Piece {}

    record End() implements Piece {}

    record Failure(Throwable cause) implements Piece {}
  }

  private final LinkedBlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
  private final AtomicBoolean over = new AtomicBoolean();
  private final Duration patience;
  private volatile @Nullable CapacityChannel channel;
  private byte[] piece = new byte[0];
  private int position;
  private @Nullable Piece last;

  Http2Body(Duration patience) {
    this.patience = patience;
  }

  void begin(CapacityChannel capacity) throws IOException {
    if (channel == null) {
      channel = capacity;
      capacity.update(WINDOW);
    }
  }

  void add(byte[] bytes) {
    pieces.add(new Piece.Bytes(bytes));
  }

  void end() {
    if (over.compareAndSet(false, true)) {
      pieces.add(new Piece.End());
    }
  }

  /// Only counts while the body has not ended.
  void fail(Throwable cause) {
    if (over.compareAndSet(false, true)) {
      pieces.add(new Piece.Failure(cause));
    }
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (position == piece.length) {
      if (!next()) {
        return -1;
      }
    }
    int read = Math.min(length, piece.length - position);
    System.arraycopy(piece, position, target, offset, read);
    position += read;
    return read;
  }

  private boolean next() throws IOException {
    Piece next = last == null ? await() : last;
    return switch (next) {
      case Piece.Bytes(byte[] bytes) -> {
        piece = bytes;
        position = 0;
        CapacityChannel open = channel;
        if (open != null) {
          open.update(bytes.length);
        }
        yield true;
      }
      case Piece.End _ -> {
        last = next;
        yield false;
      }
      case Piece.Failure(Throwable cause) -> {
        last = next;
        throw asIo(cause);
      }
    };
  }

  private Piece await() throws IOException {
    try {
      Piece next = pieces.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
      if (next == null) {
        throw new SocketTimeoutException("no more of the answer in time");
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted").initCause(e);
    }
  }

  /// As an exception of this thread, of the same kind.
  static IOException asIo(@Nullable Throwable cause) {
    return switch (cause) {
      case RuntimeException mistake -> throw mistake;
      case Error defect -> throw defect;
      case IOException io -> io;
      case null, default -> new IOException("HTTP/2: " + cause, cause);
    };
  }
}
