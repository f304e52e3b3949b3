package dev.godwit.manifest.internal.python;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// One try of a property on random values, of which every eighth or so is a corner case.
///
/// Seeds are new in each run; a failure tells its seed and the values, and the system property
/// `trial.seed` tries that one again.
final class Trial {
  private static final int TIMES = 1_000;
  private static final int CORNER = 8;

  private static final double[] REALS = {
    0.0,
    -0.0,
    1,
    -1,
    0.1,
    1e16,
    1e-5,
    1e22,
    9007199254740994.0,
    Double.MIN_VALUE,
    Double.MIN_NORMAL,
    Double.MAX_VALUE,
    -Double.MAX_VALUE
  };

  /// Ranges of code points that texts are made of; halves of surrogate pairs are among them.
  private static final int[][] ALPHABETS = {
    {' ', '~'},
    {'a', 'c'},
    {0, 0x1f},
    {'"', '\''},
    {0x80, 0x2ff},
    {0x2000, 0x2030},
    {0, 0xffff},
    {0xd800, 0xdfff},
    {0x10000, 0x10ffff}
  };

  private final Random random;
  private final List<Object> drawn = new ArrayList<>();

  private Trial(long seed) {
    random = new Random(seed);
  }

  /// Tries a property a thousand times.
  static void run(Consumer<Trial> property) {
    Long again = Long.getLong("trial.seed");
    Random seeds = new Random();
    for (int i = 0; i < (again == null ? TIMES : 1); i++) {
      long seed = again == null ? seeds.nextLong() : again;
      Trial trial = new Trial(seed);
      try {
        property.accept(trial);
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError(
            "failed with -Dtrial.seed=" + seed + " on " + trial.drawn, failure);
      }
    }
  }

  private <T> T drawn(T value) {
    drawn.add(value);
    return value;
  }

  private boolean corner() {
    return random.nextInt(CORNER) == 0;
  }

  boolean flag() {
    return drawn(random.nextBoolean());
  }

  /// A number between two bounds, both included.
  long between(long least, long most) {
    if (corner()) {
      long edge = new long[] {least, most, Math.clamp(0, least, most)}[random.nextInt(3)];
      return drawn(Math.clamp(edge + random.nextInt(3) - 1L, least, most));
    }
    return drawn(random.nextLong(least, most + 1));
  }

  /// A number between two bounds, both included.
  int between(int least, int most) {
    return (int) between((long) least, (long) most);
  }

  /// A number of any size.
  long whole() {
    if (corner()) {
      long edge = new long[] {0, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 53}[random.nextInt(4)];
      return drawn(edge + random.nextInt(3) - 1);
    }
    return drawn(random.nextLong() >> random.nextInt(Long.SIZE));
  }

  /// A number of any size, beyond 64 bits, too.
  BigInteger big() {
    if (corner()) {
      return drawn(BigInteger.valueOf(whole()));
    }
    BigInteger number = new BigInteger(random.nextInt(200), random);
    return drawn(random.nextBoolean() ? number : number.negate());
  }

  /// A finite number.
  double real() {
    double number = corner() ? REALS[random.nextInt(REALS.length)] : anyReal();
    return drawn(Double.isFinite(number) ? number : random.nextGaussian());
  }

  /// The bits of a number that may be infinite or none.
  long bits() {
    return drawn(
        corner() ? Double.doubleToLongBits(random.nextInt(-1, 2) / 0.0) : random.nextLong());
  }

  private double anyReal() {
    return switch (random.nextInt(3)) {
      case 0 -> Double.longBitsToDouble(random.nextLong());
      case 1 -> random.nextInt(2_000_000) / 1000.0 - 1000;
      default -> random.nextLong() >> random.nextInt(Long.SIZE);
    };
  }

  /// A text of some characters, empty ones included.
  String text(int most) {
    return drawn(plainText(0, most));
  }

  /// A text of one character at least.
  String someText(int most) {
    return drawn(plainText(1, most));
  }

  private String plainText(int least, int most) {
    StringBuilder text = new StringBuilder();
    int length = corner() ? least : random.nextInt(least, most + 1);
    int[] one = ALPHABETS[random.nextInt(ALPHABETS.length)];
    while (text.length() < length) {
      int[] alphabet = corner() ? ALPHABETS[random.nextInt(ALPHABETS.length)] : one;
      text.appendCodePoint(random.nextInt(alphabet[0], alphabet[1] + 1));
    }
    return text.length() <= most ? text.toString() : text.substring(0, most);
  }

  /// A list of no more than so many values.
  <T> List<T> list(int most, Supplier<T> value) {
    List<T> values = new ArrayList<>();
    for (int i = corner() ? 0 : random.nextInt(most + 1); i > 0; i--) {
      values.add(value.get());
    }
    return values;
  }
}
