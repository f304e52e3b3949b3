package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.Arithmetic;
import dev.godwit.manifest.internal.python.Bound;
import dev.godwit.manifest.internal.python.Conversion;
import dev.godwit.manifest.internal.python.NumberText;
import dev.godwit.manifest.internal.python.Numbers;
import dev.godwit.manifest.internal.python.PercentFormat;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.PythonException.Kind;
import dev.godwit.manifest.internal.python.Rounding;
import dev.godwit.manifest.internal.python.Tuple;
import dev.godwit.manifest.internal.python.Types;
import dev.godwit.manifest.internal.python.Undefined;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The filters of numbers.
final class NumberFilters {
  private static final List<String> DECIMAL =
      List.of("kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB");
  private static final List<String> BINARY =
      List.of("KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB");

  private NumberFilters() {}

  static void register(Filters.Registry filters) {
    filters.add("abs(x, /)", (_, a) -> Arithmetic.abs(a.at(0)));
    filters.add("int(value, default=, base=)", (_, a) -> integer(a));
    filters.add("float(value, default=)", (_, a) -> real(a));
    filters.add("round(value, precision=, method=)", (_, a) -> round(a));
    filters.add("filesizeformat(value, binary=)", (_, a) -> size(a));
  }

  private static @Nullable Object integer(Bound arguments) {
    Object value = arguments.at(0);
    try {
      return value instanceof String text && arguments.has(2)
          ? based(text, arguments.integer(2))
          : Conversion.toInt(value);
    } catch (PythonException e) {
      if (e.kind() != Kind.TYPE && e.kind() != Kind.VALUE) {
        throw e;
      }
    }
    try {
      return Numbers.truncate(Conversion.toFloat(value));
    } catch (PythonException e) {
      if (e.kind() == Kind.UNDEFINED) {
        throw e;
      }
      return arguments.or(1, 0L);
    }
  }

  private static Object based(String text, int base) {
    if (base != 0 && (base < 2 || base > 36)) {
      throw PythonException.value("int() base must be >= 2 and <= 36, or 0");
    }
    Object number = NumberText.parseInt(text, base);
    if (number == null) {
      throw PythonException.value("invalid literal for int()");
    }
    return number;
  }

  private static @Nullable Object real(Bound arguments) {
    try {
      return Conversion.toFloat(arguments.at(0));
    } catch (PythonException e) {
      if (e.kind() != Kind.TYPE && e.kind() != Kind.VALUE) {
        throw e;
      }
      return arguments.or(1, 0.0);
    }
  }

  private static @Nullable Object round(Bound arguments) {
    Object value = arguments.at(0);
    Object method = arguments.or(2, "common");
    if ("common".equals(method)) {
      if (value == null || !Numbers.isNumber(value)) {
        throw PythonException.type(
            "type " + Types.name(value) + " doesn't define __round__ method");
      }
      return Rounding.round(value, arguments.or(1, 0L));
    }
    if (!"ceil".equals(method) && !"floor".equals(method)) {
      throw new PythonException(Kind.RUNTIME, "method must be common, ceil or floor");
    }
    Object power = Arithmetic.apply(Arithmetic.Operator.POWER, 10L, arguments.or(1, 0L));
    Object scaled = Arithmetic.apply(Arithmetic.Operator.MULTIPLY, value, power);
    if (!Numbers.isNumber(scaled)) {
      throw PythonException.type("must be real number, not " + Types.name(scaled));
    }
    double number = Conversion.toFloat(scaled);
    Object whole =
        Numbers.isInt(scaled)
            ? scaled
            : Numbers.truncate("ceil".equals(method) ? Math.ceil(number) : Math.floor(number));
    return Arithmetic.apply(Arithmetic.Operator.DIVIDE, whole, power);
  }

  private static Object size(Bound arguments) {
    if (arguments.at(0) instanceof Undefined undefined) {
      throw undefined.failure();
    }
    double bytes = Conversion.toFloat(arguments.at(0));
    boolean binary = arguments.truth(1, false);
    double base = binary ? 1024 : 1000;
    if (bytes == 1) {
      return "1 Byte";
    }
    if (bytes < base) {
      return Numbers.truncate(bytes) + " Bytes";
    }
    double unit = base * base;
    int prefix = 0;
    while (!(bytes < unit) && prefix < DECIMAL.size() - 1) {
      unit *= base;
      prefix++;
    }
    String number = PercentFormat.format("%.1f", Tuple.of(base * bytes / unit));
    return number + " " + (binary ? BINARY : DECIMAL).get(prefix);
  }
}
