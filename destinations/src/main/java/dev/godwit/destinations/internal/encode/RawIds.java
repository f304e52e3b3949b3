package dev.godwit.destinations.internal.encode;

import dev.godwit.core.json.JsonBuffer;
import java.util.SplittableRandom;
import java.util.UUID;

/// Makes ids of rows: random UUIDs of version 4. For one thread.
public final class RawIds {
  private static final byte[] DIGITS = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private final SplittableRandom random =
      new SplittableRandom(UUID.randomUUID().getMostSignificantBits());

  /// The first half of an id.
  public long upper() {
    return (random.nextLong() & ~0xF000L) | 0x4000L;
  }

  /// The second half of an id.
  public long lower() {
    return (random.nextLong() >>> 2) | Long.MIN_VALUE;
  }

  /// Appends an id as text.
  public void add(JsonBuffer target) {
    long upper = upper();
    long lower = lower();
    add(upper, 60, 32, target);
    target.add((byte) '-');
    add(upper, 28, 16, target);
    target.add((byte) '-');
    add(upper, 12, 0, target);
    target.add((byte) '-');
    add(lower, 60, 48, target);
    target.add((byte) '-');
    add(lower, 44, 0, target);
  }

  private static void add(long value, int from, int to, JsonBuffer target) {
    for (int shift = from; shift >= to; shift -= 4) {
      target.add(DIGITS[(int) (value >>> shift) & 0xF]);
    }
  }
}
