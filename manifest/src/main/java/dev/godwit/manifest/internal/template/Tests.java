package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.Arguments;
import dev.godwit.manifest.internal.python.Arithmetic;
import dev.godwit.manifest.internal.python.Attributes;
import dev.godwit.manifest.internal.python.Bound;
import dev.godwit.manifest.internal.python.Bytes;
import dev.godwit.manifest.internal.python.Equality;
import dev.godwit.manifest.internal.python.Iteration;
import dev.godwit.manifest.internal.python.Markup;
import dev.godwit.manifest.internal.python.Numbers;
import dev.godwit.manifest.internal.python.Ordering;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.PythonFunction;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.python.Signature;
import dev.godwit.manifest.internal.python.StringCase;
import dev.godwit.manifest.internal.python.Truth;
import dev.godwit.manifest.internal.python.Tuple;
import dev.godwit.manifest.internal.python.Undefined;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The tests that may stand after `is`.
final class Tests {
  private interface Body {
    Object test(Bound arguments);
  }

  private static final Map<String, TestFunction> TESTS = new HashMap<>();

  static {
    simple("defined", value -> !(value instanceof Undefined));
    simple("undefined", value -> value instanceof Undefined);
    simple("none", value -> value == null);
    simple("boolean", value -> value instanceof Boolean);
    simple("true", Boolean.TRUE::equals);
    simple("false", Boolean.FALSE::equals);
    simple("integer", value -> Numbers.isInt(value) && !(value instanceof Boolean));
    simple("float", value -> value instanceof Double);
    simple("number", Numbers::isNumber);
    simple("string", value -> value instanceof String);
    simple("mapping", value -> value instanceof Map<?, ?> || value instanceof Attributes);
    simple("sequence", Tests::isSequence);
    simple("iterable", Iteration::isIterable);
    simple("callable", value -> value instanceof PythonFunction);
    simple("escaped", _ -> false);
    simple("lower", value -> StringCase.isLower(Repr.str(value)));
    simple("upper", value -> StringCase.isUpper(Repr.str(value)));
    simple("odd", value -> Equality.equal(modulo(value, 2L), 1L));
    simple("even", value -> Equality.equal(modulo(value, 2L), 0L));
    add("divisibleby(value, num)", a -> Equality.equal(modulo(a.at(0), a.at(1)), 0L));
    add("sameas(value, other)", a -> isSame(a.at(0), a.at(1)));
    add("in(value, seq)", a -> Iteration.contains(a.at(1), a.at(0)));
    add("filter(value)", a -> a.at(0) instanceof String name && Filters.find(name) != null);
    add("test(value)", a -> a.at(0) instanceof String name && find(name) != null);
    comparison((left, right) -> Equality.equal(left, right), "==", "eq", "equalto");
    comparison((left, right) -> !Equality.equal(left, right), "!=", "ne");
    ordering(Ordering.Operator.GREATER, ">", "gt", "greaterthan");
    ordering(Ordering.Operator.GREATER_OR_EQUAL, ">=", "ge");
    ordering(Ordering.Operator.LESS, "<", "lt", "lessthan");
    ordering(Ordering.Operator.LESS_OR_EQUAL, "<=", "le");
  }

  private Tests() {}

  static @Nullable TestFunction find(String name) {
    return TESTS.get(name);
  }

  private static void simple(String name, Predicate<@Nullable Object> test) {
    add(name + "(value)", arguments -> test.test(arguments.at(0)));
  }

  private static void add(String signature, Body body) {
    Signature parsed = Signature.of(signature);
    TESTS.put(parsed.name(), function(parsed, body));
  }

  private static TestFunction function(Signature signature, Body body) {
    return (value, arguments) -> {
      List<@Nullable Object> values = new ArrayList<>(arguments.positional().size() + 1);
      values.add(Markup.plain(value));
      values.addAll(arguments.positional());
      return body.test(signature.bind(new Arguments(values, arguments.named())));
    };
  }

  private static void ordering(Ordering.Operator operator, String... names) {
    comparison((left, right) -> Ordering.test(operator, left, right), names);
  }

  private static void comparison(Comparisons.Check check, String... names) {
    Signature signature = Signature.of("operator(a, b, /)");
    for (String name : names) {
      TESTS.put(name, function(signature, a -> check.holds(a.at(0), a.at(1))));
    }
  }

  private static @Nullable Object modulo(@Nullable Object value, @Nullable Object divisor) {
    return Arithmetic.apply(Arithmetic.Operator.MODULO, value, divisor);
  }

  private static boolean isSequence(@Nullable Object value) {
    return value instanceof String
        || value instanceof List<?>
        || value instanceof Map<?, ?>
        || value instanceof Tuple
        || value instanceof Bytes
        || value instanceof Attributes
        || value instanceof Undefined;
  }

  /// Identity, with the small values that Python keeps once taken as identical when equal.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Boolean || left instanceof Long || left instanceof String) {
      return left.equals(right);
    }
    return left == right;
  }

  static boolean holds(String name, @Nullable Object value, Arguments arguments) {
    TestFunction test = find(name);
    if (test == null) {
      throw new PythonException(PythonException.Kind.RUNTIME, "No test named '" + name + "'.");
    }
    return Truth.of(test.test(value, arguments));
  }
}
