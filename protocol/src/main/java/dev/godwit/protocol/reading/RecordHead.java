package dev.godwit.protocol.reading;

import java.util.Arrays;

/// What stood before the row in the record that was walked over last. Records of a stream begin
/// alike, and what has been checked once need not be walked over again. For one thread.
final class RecordHead {
  /// Longer ones are walked over each time.
  private static final int LONGEST = 512;

  private final byte[] bytes = new byte[LONGEST];
  private final RecordPart[] parts;
  private final int[] bounds;
  private int length;

  /// @param parts what may stand before the row and is remembered with it
  RecordHead(RecordPart... parts) {
    this.parts = parts;
    this.bounds = new int[2 * parts.length];
  }

  /// Remembers what stands between the begin of a message and its row.
  void learn(byte[] page, int start, int end) {
    length = end - start <= LONGEST ? end - start : 0;
    System.arraycopy(page, start, bytes, 0, length);
    for (int i = 0; i < parts.length; i++) {
      bounds[2 * i] = parts[i].start() - start;
      bounds[2 * i + 1] = parts[i].isPresent() ? parts[i].end() - start : -1;
    }
  }

  /// Looks whether a message begins as the last one did, and says where its parts are then.
  ///
  /// @return the position of the row, or -1 when the message begins otherwise
  int find(byte[] page, int start, int end) {
    int row = start + length;
    if (length == 0 || row >= end || !Arrays.equals(page, start, row, bytes, 0, length)) {
      return -1;
    }
    for (int i = 0; i < parts.length; i++) {
      if (bounds[2 * i + 1] < 0) {
        parts[i].clear();
      } else {
        parts[i].set(start + bounds[2 * i], start + bounds[2 * i + 1]);
      }
    }
    return row;
  }
}
