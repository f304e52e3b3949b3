package dev.godwit.manifest.internal.bind;

import dev.godwit.manifest.internal.document.PythonText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Scalars of one type as those of another, as far as the reference engine's models go. Every
/// method answers null where there is no such value.
final class Coercion {
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+(?:_[0-9]+)*");
  private static final Pattern REAL =
      Pattern.compile("[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");
  private static final Set<String> TRUE = Set.of("1", "on", "t", "true", "y", "yes");
  private static final Set<String> FALSE = Set.of("0", "off", "f", "false", "n", "no");

  private Coercion() {}

  /// Numbers and booleans become what Python prints.
  static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case String text -> text;
      case Number number -> PythonText.of(number);
      case Boolean bool -> PythonText.of(bool);
      case null, default -> null;
    };
  }

  /// Digits count as the number they write, fractions are cut off.
  static @Nullable Long whole(@Nullable Object value) {
    return switch (value) {
      case Long number -> number;
      case Boolean bool -> bool ? 1L : 0L;
      case Double number ->
          Double.isFinite(number) ? narrow(new BigDecimal(number).toBigInteger()) : null;
      case String text when WHOLE.matcher(text.strip()).matches() ->
          narrow(new BigInteger(text.strip().replace("_", "").replaceFirst("^\\+", "")));
      case null, default -> null;
    };
  }

  private static @Nullable Long narrow(BigInteger number) {
    return number.bitLength() < Long.SIZE ? number.longValue() : null;
  }

  static @Nullable Double real(@Nullable Object value) {
    return switch (value) {
      case Number number -> number.doubleValue();
      case Boolean bool -> bool ? 1.0 : 0.0;
      case String text when REAL.matcher(text.strip()).matches() -> Double.valueOf(text.strip());
      case null, default -> null;
    };
  }

  /// The words that stand for true and false, in any case, and the numbers one and zero.
  static @Nullable Boolean bool(@Nullable Object value) {
    if (value instanceof Boolean bool) {
      return bool;
    }
    String word =
        switch (value) {
          case String text -> text.toLowerCase(Locale.ROOT);
          case Number number when number.doubleValue() == 1 -> "1";
          case Number number when number.doubleValue() == 0 -> "0";
          case null, default -> "";
        };
    if (TRUE.contains(word)) {
      return true;
    }
    return FALSE.contains(word) ? false : null;
  }
}
