package dev.godwit.mapping.contract;

import dev.godwit.core.json.JsonKind;

/// Remembers the newest point in time among the values that it is shown. For one thread.
final class Newest implements ValueTest {
  /// Numbers below it are seconds since 1970, the others milliseconds: a time in the year 5138.
  private static final long SECONDS_BELOW = 100_000_000_000L;

  private static final int MILLIS = 1000;

  private final Moments moments = new Moments();
  private long latest = Moments.NONE;

  /// What was remembered since it was asked last.
  long take() {
    long taken = latest;
    latest = Moments.NONE;
    return taken;
  }

  @Override
  public boolean holds(byte[] page, int start, int end, JsonKind kind) {
    switch (kind) {
      case STRING -> latest = Math.max(latest, moments.millis(page, start + 1, end - 1));
      case NUMBER -> latest = Math.max(latest, ofNumber(Numbers.toDouble(page, start, end)));
      case OBJECT, ARRAY, BOOLEAN, NULL -> {}
    }
    return true;
  }

  private static long ofNumber(double number) {
    return (long) (number < SECONDS_BELOW ? number * MILLIS : number);
  }
}
