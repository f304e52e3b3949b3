package dev.godwit.manifest.internal.http;

import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.io.InterruptedIOException;

/// A body that is read by whoever asked for it. When its connection breaks it says so in words for
/// users, since nobody tries again: rows of it may have been passed on.
final class OpenBody extends RangeStream {
  private final BodyStream body;
  private ByteCounter counter = (wire, plain) -> {};
  private long countedOnWire;

  OpenBody(BodyStream body) {
    this.body = body;
  }

  void count(ByteCounter newCounter) {
    counter = newCounter;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws InterruptedIOException {
    try {
      int read = body.read(target, offset, length);
      count(Math.max(read, 0));
      return read;
    } catch (IOException e) {
      close();
      if (Thread.currentThread().isInterrupted()) {
        throw (InterruptedIOException) new InterruptedIOException("interrupted").initCause(e);
      }
      throw broken(e);
    }
  }

  byte[] readWhole() {
    try {
      byte[] whole = WholeBody.read(body, -1, Timeouts.DEFAULT.whole());
      count(whole.length);
      return whole;
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private void count(int plain) {
    long wire = body.wireBytes();
    counter.received(wire - countedOnWire, plain);
    countedOnWire = wire;
  }

  private GodwitException broken(IOException cause) {
    return GodwitException.transientError(
            "http.broken-body", "The answer broke off in the middle: " + cause.getMessage())
        .at(body.place())
        .hint("Run again; if it repeats, ask for less at once.")
        .causedBy(cause);
  }

  /// Never fails: there is nothing that anybody could do.
  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException alreadyGone) {
      // The connection is closed, which is what was wanted.
    }
  }
}
