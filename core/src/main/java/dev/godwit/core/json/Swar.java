package dev.godwit.core.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Looks at eight bytes at once: a long whose lowest byte is the first one.
final class Swar {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long SPACES = ' ' * ONES;
  private static final long QUOTES = '"' * ONES;
  private static final long BACKSLASHES = '\\' * ONES;

  private Swar() {}

  static long load(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  /// Marks bytes that end a run of plain text inside a string: a quote, a backslash, a control
  /// character or anything beyond ASCII. Only the lowest mark is exact; the ones above it may be
  /// false.
  static long special(long word) {
    long quote = (word ^ QUOTES) - ONES;
    long backslash = (word ^ BACKSLASHES) - ONES;
    long control = word - SPACES;
    return (quote | backslash | control | word) & HIGHS;
  }

  /// Which byte the lowest mark stands for, 0 to 7. `marks` must not be 0.
  static int first(long marks) {
    return Long.numberOfTrailingZeros(marks) >>> 3;
  }
}
