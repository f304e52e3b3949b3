package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.Arguments;
import dev.godwit.manifest.internal.python.Bound;
import dev.godwit.manifest.internal.python.Codecs;
import dev.godwit.manifest.internal.python.DictMethods;
import dev.godwit.manifest.internal.python.IsoDuration;
import dev.godwit.manifest.internal.python.Iteration;
import dev.godwit.manifest.internal.python.Ordering;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.PythonFunction;
import dev.godwit.manifest.internal.python.Signature;
import dev.godwit.manifest.internal.python.Sorting;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The functions that every template can call.
final class Globals {
  /// A function that may need the running template's environment.
  record Function(Signature signature, Body body) {
    @Nullable Object call(Frame frame, Arguments arguments) {
      return body.call(frame, signature.bind(arguments));
    }

    PythonFunction bind(Frame frame) {
      return new PythonFunction() {
        @Override
        public @Nullable Object call(Arguments arguments) {
          return Function.this.call(frame, arguments);
        }

        @Override
        public String repr() {
          return "<function " + signature.name() + ">";
        }
      };
    }
  }

  /// What a function does.
  interface Body {
    @Nullable Object call(Frame frame, Bound arguments);
  }

  /// Functions whose answer differs from one call to the next.
  static final Set<String> CHANGING =
      Set.of("now_utc", "today_utc", "today_with_timezone", "day_delta", "generate_uuid", "lipsum");

  private static final Map<String, Function> FUNCTIONS = new HashMap<>();

  static {
    add("now_utc()", (frame, _) -> DateFunctions.now(frame));
    add("today_utc()", (frame, _) -> DateFunctions.today(frame));
    add("today_with_timezone(timezone)", (frame, a) -> DateFunctions.todayIn(frame, a.at(0)));
    add("day_delta(num_days, format=)", DateFunctions::dayDelta);
    add("timestamp(dt)", (_, a) -> DateFunctions.timestamp(a.at(0)));
    add("str_to_datetime(s)", (_, a) -> DateFunctions.toDateTime(a.at(0)));
    add("format_datetime(dt, format, input_format=)", (_, a) -> DateFunctions.format(a));
    add("duration(datestring)", (_, a) -> duration(a.at(0)));
    add("max(*)", (_, a) -> extreme(Ordering.Operator.GREATER, a, "max"));
    add("min(*)", (_, a) -> extreme(Ordering.Operator.LESS, a, "min"));
    add("sanitize_url(value)", (_, a) -> Codecs.quotePlus(text(a.at(0))));
    add("camel_case_to_snake_case(value)", (_, a) -> snakeCase(text(a.at(0))));
    add("generate_uuid()", (frame, _) -> uuid(frame.scope().environment().random()));
    add("dict(value=, /, **)", (_, a) -> dict(a));
    add("namespace(value=, /, **)", (_, a) -> new Namespace(dict(a)));
    add("cycler(*)", (_, a) -> new Cycler(a.rest()));
    add("joiner(sep=)", (_, a) -> new Joiner(a.or(0, ", ")));
    add("lipsum(n=, html=, min=, max=)", (_, _) -> "");
  }

  private Globals() {}

  private static void add(String signature, Body body) {
    Signature parsed = Signature.of(signature);
    FUNCTIONS.put(parsed.name(), new Function(parsed, body));
  }

  static @Nullable Function find(String name) {
    return FUNCTIONS.get(name);
  }

  private static Object duration(@Nullable Object value) {
    if (value instanceof String text) {
      return IsoDuration.parse(text).value();
    }
    throw PythonException.type("Expecting a string");
  }

  private static @Nullable Object extreme(
      Ordering.Operator operator, Bound arguments, String name) {
    Collection<@Nullable Object> values = arguments.rest();
    if (values.isEmpty()) {
      throw PythonException.type(name + " expected at least 1 argument, got 0");
    }
    if (values.size() == 1) {
      values = Iteration.list(arguments.rest().getFirst());
    }
    return Sorting.extreme(operator, values, value -> value);
  }

  private static String text(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw PythonException.type("expected a string");
  }

  private static String snakeCase(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i > 0 && c >= 'A' && c <= 'Z') {
        out.append('_');
      }
      out.append(c);
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }

  private static String uuid(RandomGenerator random) {
    long high = (random.nextLong() & ~0xf000L) | 0x4000L;
    long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }

  private static Map<@Nullable Object, @Nullable Object> dict(Bound arguments) {
    Map<@Nullable Object, @Nullable Object> map = DictMethods.dict(arguments.or(0, Map.of()));
    map.putAll(arguments.extra());
    return map;
  }
}
