package dev.godwit.record;

/// Makes a Java value of a JSON value that is not null.
@FunctionalInterface
interface Conversion {
  /// The value.
  ///
  /// @param path of the value in its row, for messages
  /// @throws Misfit when the value is another one
  Object convert(Object value, String path);

  /// A value that does not fit. It has no stack: it is caught where the row is known.
  final class Misfit extends RuntimeException {
    Misfit(String path, String problem) {
      super(path + " " + problem, null, false, false);
    }

    /// @param value of which only the kind is told
    static Misfit of(String path, Object value, String wanted) {
      return new Misfit(path, "is " + kind(value) + ", not " + wanted);
    }

    /// What a JSON value is, without showing it.
    private static String kind(Object value) {
      return switch (value) {
        case Boolean _ -> "a boolean";
        case Long _, Integer _, java.math.BigInteger _ -> "an integer";
        case Number _ -> "a number";
        case String _ -> "text";
        case java.util.Map<?, ?> _ -> "an object";
        case java.util.List<?> _ -> "an array";
        default -> "a " + value.getClass().getSimpleName();
      };
    }
  }
}
