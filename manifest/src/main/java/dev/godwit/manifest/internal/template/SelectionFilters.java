package dev.godwit.manifest.internal.template;

import static dev.godwit.manifest.internal.python.Missing.MISSING;

import dev.godwit.manifest.internal.python.Arguments;
import dev.godwit.manifest.internal.python.Bound;
import dev.godwit.manifest.internal.python.Iteration;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.PythonException.Kind;
import dev.godwit.manifest.internal.python.PythonIterator;
import dev.godwit.manifest.internal.python.Truth;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// `map`, `select`, `reject` and their kin: filters that take filters and tests.
final class SelectionFilters {
  private SelectionFilters() {}

  static void register(Filters.Registry filters) {
    filters.add("map(value, /, *, **)", SelectionFilters::map);
    filters.add("select(value, /, *, **)", (_, a) -> select(a, false, true));
    filters.add("reject(value, /, *, **)", (_, a) -> select(a, false, false));
    filters.add("selectattr(value, /, *, **)", (_, a) -> select(a, true, true));
    filters.add("rejectattr(value, /, *, **)", (_, a) -> select(a, true, false));
  }

  private static PythonIterator map(Frame frame, Bound arguments) {
    Object value = arguments.at(0);
    return Generator.deferred(() -> {
      if (!Truth.of(value)) {
        return Collections.emptyIterator();
      }
      Function<@Nullable Object, @Nullable Object> change = mapper(frame, arguments);
      Iterator<? extends @Nullable Object> items = Iteration.over(value);
      return Generator.of(() -> items.hasNext() ? change.apply(items.next()) : MISSING).items();
    });
  }

  private static Function<@Nullable Object, @Nullable Object> mapper(Frame frame, Bound arguments) {
    List<@Nullable Object> given = arguments.rest();
    if (!given.isEmpty()) {
      Arguments rest = new Arguments(given.subList(1, given.size()), arguments.extra());
      String name = name(given.getFirst(), "filter");
      return item -> Filters.apply(name, frame, item, rest);
    }
    if (!arguments.extra().containsKey("attribute")) {
      throw new PythonException(Kind.RUNTIME, "map requires a filter argument");
    }
    for (String name : arguments.extra().keySet()) {
      if (!name.equals("attribute") && !name.equals("default")) {
        throw new PythonException(Kind.RUNTIME, "Unexpected keyword argument '" + name + "'");
      }
    }
    return new ItemKey(arguments.extra().get("attribute"), false, arguments.extra().get("default"));
  }

  private static String name(@Nullable Object value, String what) {
    if (value instanceof String name) {
      return name;
    }
    throw new PythonException(Kind.RUNTIME, "No " + what + " of that name.");
  }

  private static PythonIterator select(Bound arguments, boolean byAttribute, boolean wanted) {
    Object value = arguments.at(0);
    return Generator.deferred(() -> {
      if (!Truth.of(value)) {
        return Collections.emptyIterator();
      }
      Predicate<@Nullable Object> test = test(arguments, byAttribute);
      Iterator<? extends @Nullable Object> items = Iteration.over(value);
      return Generator.of(() -> next(items, test, wanted)).items();
    });
  }

  private static @Nullable Object next(
      Iterator<? extends @Nullable Object> items,
      Predicate<@Nullable Object> test,
      boolean wanted) {
    while (items.hasNext()) {
      Object item = items.next();
      if (test.test(item) == wanted) {
        return item;
      }
    }
    return MISSING;
  }

  private static Predicate<@Nullable Object> test(Bound arguments, boolean byAttribute) {
    List<@Nullable Object> given = arguments.rest();
    int used = byAttribute ? 1 : 0;
    if (given.size() < used) {
      throw new PythonException(Kind.RUNTIME, "Missing parameter for attribute name");
    }
    Function<@Nullable Object, @Nullable Object> key =
        new ItemKey(byAttribute ? given.getFirst() : null, false, null);
    if (given.size() == used) {
      return item -> Truth.of(key.apply(item));
    }
    String name = name(given.get(used), "test");
    Arguments rest = new Arguments(given.subList(used + 1, given.size()), arguments.extra());
    return item -> Tests.holds(name, key.apply(item), rest);
  }
}
