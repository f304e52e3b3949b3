package dev.godwit.mapping.internal.filter;

import dev.godwit.core.json.JsonPiece;
import dev.godwit.mapping.internal.mask.CanonicalNumber;
import dev.godwit.mapping.internal.row.RowFailure;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Compares two scalars of one kind: numbers exactly, whatever their digits, texts by code points,
/// false before true.
final class Comparison {
  /// Integers with fewer characters fit a `long`.
  private static final int SURELY_LONG = 18;

  private Comparison() {}

  /// As `Comparator.compare`.
  ///
  /// @throws RowFailure where the two are of different kinds, or one is an object or array
  static int compare(Side left, Side right) throws RowFailure {
    char kind = left.kind();
    if (kind != right.kind()) {
      Side field = left.isField() ? left : right;
      throw RowFailure.unexpected(field.path(), "of the kind that it is compared with");
    }
    return switch (kind) {
      case 't' -> texts(left, right);
      case 'b' -> Boolean.compare(isTrue(left), isTrue(right));
      default -> numbers(left, right);
    };
  }

  static boolean isTrue(Side side) {
    return side.page()[side.start()] == 't';
  }

  private static int numbers(Side left, Side right) throws RowFailure {
    if (isShort(left) && isShort(right)) {
      return Long.compare(value(left), value(right));
    }
    return CanonicalNumber.exact(left.page(), left.start(), left.end(), left.path())
        .compareTo(CanonicalNumber.exact(right.page(), right.start(), right.end(), right.path()));
  }

  private static boolean isShort(Side side) {
    return side.end() - side.start() <= SURELY_LONG
        && CanonicalNumber.isPlain(side.page(), side.start(), side.end());
  }

  private static long value(Side side) {
    boolean negative = side.page()[side.start()] == '-';
    long value = 0;
    for (int i = side.start() + (negative ? 1 : 0); i < side.end(); i++) {
      value = value * 10 + (side.page()[i] - '0');
    }
    return negative ? -value : value;
  }

  private static int texts(Side left, Side right) {
    if (hasEscape(left) || hasEscape(right)) {
      return Arrays.compareUnsigned(
          text(left).getBytes(StandardCharsets.UTF_8),
          text(right).getBytes(StandardCharsets.UTF_8));
    }
    return Arrays.compareUnsigned(
        left.page(),
        left.start() + 1,
        left.end() - 1,
        right.page(),
        right.start() + 1,
        right.end() - 1);
  }

  static String text(Side side) {
    return String.valueOf(JsonPiece.read(side.page(), side.start(), side.end()));
  }

  private static boolean hasEscape(Side side) {
    for (int i = side.start(); i < side.end(); i++) {
      if (side.page()[i] == '\\') {
        return true;
      }
    }
    return false;
  }
}
