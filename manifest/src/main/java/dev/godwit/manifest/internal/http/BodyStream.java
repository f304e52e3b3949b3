package dev.godwit.manifest.internal.http;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/// A body on its way. Encodings are undone and bombs are refused; the connection goes back to the
/// pool at the end of the body, or is closed before. Belongs to one thread.
final class BodyStream extends RangeStream {
  private final CountedStream raw;
  private final InputStream plain;
  private final Closeable connection;
  private final Place place;
  private long bytes;
  private boolean ended;

  /// @param encodings as `Content-Encoding` names them, empty for none
  /// @param connection is closed when the body is not read to its end
  /// @param place the request, for errors
  BodyStream(InputStream body, String encodings, Closeable connection, Place place)
      throws IOException {
    this.raw = new CountedStream(body);
    this.connection = connection;
    this.place = place;
    try {
      this.plain = Encodings.undo(raw, encodings);
    } catch (IOException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (ended) {
      return -1;
    }
    int read = plain.read(target, offset, length);
    if (read < 0) {
      end();
      return -1;
    }
    bytes += read;
    if (bytes > Limits.FREE_BYTES && bytes / Limits.RATIO > raw.bytes()) {
      throw tooLarge("more than " + Limits.RATIO + " times its size on the wire");
    }
    return read;
  }

  /// Reads what encodings leave behind, so that the connection can be used again.
  private void end() throws IOException {
    if (raw.read() >= 0) {
      connection.close();
    }
    ended = true;
  }

  GodwitException tooLarge(String size) {
    return GodwitException.system("http.body-too-large", "The body of the answer has " + size + ".")
        .at(place)
        .hint("Ask for smaller pages; data in one piece is read as a stream by a decoder for it.");
  }

  /// As many as have been read of the body as it came.
  long wireBytes() {
    return raw.bytes();
  }

  Place place() {
    return place;
  }

  /// Gives up what has not been read.
  @Override
  public void close() throws IOException {
    if (!ended) {
      ended = true;
      connection.close();
    }
    plain.close();
  }
}
