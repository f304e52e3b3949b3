package dev.godwit.manifest.internal.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Reads a body into one array.
final class WholeBody {
  private static final int SMALLEST_PIECE = 8 << 10;
  private static final int LARGEST_PIECE = 1 << 20;

  private WholeBody() {}

  /// Everything up to the end of the body, which is closed then.
  ///
  /// @param expected how many bytes the body will have, negative where that is unknown
  /// @param time in which the body must have come
  /// @throws dev.godwit.core.error.GodwitException SYSTEM `http.body-too-large` beyond {@link
  ///   Limits#BODY_BYTES}
  static byte[] read(BodyStream body, long expected, Duration time) throws IOException {
    boolean known = expected > 0 && expected <= LARGEST_PIECE;
    try (body) {
      long end = System.nanoTime() + time.toNanos();
      return read(body, new byte[known ? (int) expected : SMALLEST_PIECE], end);
    }
  }

  private static byte[] read(BodyStream body, byte[] first, long end) throws IOException {
    List<byte[]> pieces = new ArrayList<>(1);
    byte[] piece = first;
    int length = fill(body, piece, 0, end);
    int total = length;
    while (length == piece.length) {
      int next = body.read();
      if (next < 0) {
        break;
      }
      if (total >= Limits.BODY_BYTES) {
        throw body.tooLarge("more than " + Limits.BODY_BYTES + " bytes");
      }
      pieces.add(piece);
      piece = new byte[Math.clamp(2L * piece.length, SMALLEST_PIECE, LARGEST_PIECE)];
      piece[0] = (byte) next;
      length = 1 + fill(body, piece, 1, end);
      total += length;
    }
    return pieces.isEmpty() && length == piece.length ? piece : join(pieces, piece, total);
  }

  /// Reads until the piece is full or the body ends.
  private static int fill(BodyStream body, byte[] piece, int from, long end) throws IOException {
    int length = from;
    while (length < piece.length) {
      int read = body.read(piece, length, piece.length - length);
      if (read < 0) {
        break;
      }
      length += read;
      if (System.nanoTime() > end) {
        throw new SocketTimeoutException("the body of the answer took too long");
      }
    }
    return length - from;
  }

  private static byte[] join(List<byte[]> pieces, byte[] last, int total) {
    byte[] whole = new byte[total];
    int length = 0;
    for (byte[] piece : pieces) {
      System.arraycopy(piece, 0, whole, length, piece.length);
      length += piece.length;
    }
    System.arraycopy(last, 0, whole, length, total - length);
    return whole;
  }
}
