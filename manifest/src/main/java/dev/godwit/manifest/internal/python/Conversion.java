package dev.godwit.manifest.internal.python;

import org.jspecify.annotations.Nullable;

/// `int(value)` and `float(value)`.
public final class Conversion {
  private Conversion() {}

  /// The value of `int(value)`.
  ///
  /// @throws PythonException VALUE for texts that are no int, TYPE for other things
  public static Object toInt(@Nullable Object value) {
    return switch (value) {
      case Undefined undefined -> throw undefined.failure();
      case Double number -> Numbers.truncate(number);
      case String text -> {
        Object number = NumberText.parseInt(text, 10);
        if (number == null) {
          throw PythonException.value("invalid literal for int() with base 10: " + Repr.repr(text));
        }
        yield number;
      }
      case null, default -> {
        if (value == null || !Numbers.isInt(value)) {
          throw PythonException.type(
              "int() argument must be a string, a bytes-like object or a real number, not '"
                  + Types.name(value)
                  + "'");
        }
        yield Numbers.normal(Numbers.big(value));
      }
    };
  }

  /// The value of `float(value)`.
  ///
  /// @throws PythonException VALUE for texts that are no number, TYPE for other things
  public static double toFloat(@Nullable Object value) {
    return switch (value) {
      case Undefined undefined -> throw undefined.failure();
      case String text -> {
        Double number = NumberText.parseFloat(text);
        if (number == null) {
          throw PythonException.value("could not convert string to float: " + Repr.repr(text));
        }
        yield number;
      }
      case null, default -> {
        if (value == null || !Numbers.isNumber(value)) {
          throw PythonException.type(
              "float() argument must be a string or a real number, not '"
                  + Types.name(value)
                  + "'");
        }
        yield Numbers.toDouble(value);
      }
    };
  }
}
