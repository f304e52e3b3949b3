package dev.godwit.destinations.internal.rowfile;

/// Reads the heads of Avro's blocks: a number of rows, a number of bytes, so many bytes, a mark.
final class BlockCounter implements RowCounter {
  private static final int MARK = 16;
  private static final int SEVEN_BITS = 0x7F;

  private long rows;
  private long number;
  private int shift;
  private boolean sizeFollows;
  private long skipped;

  @Override
  public void look(byte[] bytes, int length) {
    int i = 0;
    while (i < length) {
      if (skipped > 0) {
        long step = Math.min(skipped, length - i);
        skipped -= step;
        i += (int) step;
      } else {
        take(bytes[i++]);
      }
    }
  }

  /// A byte of a number.
  private void take(byte b) {
    number |= (long) (b & SEVEN_BITS) << shift;
    shift += 7;
    if (b < 0) {
      return;
    }
    long value = (number >>> 1) ^ -(number & 1);
    if (sizeFollows) {
      skipped = value + MARK;
    } else {
      rows += value;
    }
    sizeFollows = !sizeFollows;
    number = 0;
    shift = 0;
  }

  @Override
  public long rows() {
    return rows;
  }
}
