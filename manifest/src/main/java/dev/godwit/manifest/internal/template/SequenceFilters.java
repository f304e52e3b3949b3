package dev.godwit.manifest.internal.template;

import static dev.godwit.manifest.internal.python.Missing.MISSING;

import dev.godwit.manifest.internal.python.Arguments;
import dev.godwit.manifest.internal.python.Arithmetic;
import dev.godwit.manifest.internal.python.Attributes;
import dev.godwit.manifest.internal.python.Bound;
import dev.godwit.manifest.internal.python.DictView;
import dev.godwit.manifest.internal.python.Equality;
import dev.godwit.manifest.internal.python.Iteration;
import dev.godwit.manifest.internal.python.Members;
import dev.godwit.manifest.internal.python.Ordering;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.PythonIterator;
import dev.godwit.manifest.internal.python.PythonSet;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.python.Sorting;
import dev.godwit.manifest.internal.python.Subscript;
import dev.godwit.manifest.internal.python.Truth;
import dev.godwit.manifest.internal.python.Tuple;
import dev.godwit.manifest.internal.python.Types;
import dev.godwit.manifest.internal.python.Undefined;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The filters of lists and other things that can be walked.
final class SequenceFilters {
  private SequenceFilters() {}

  static void register(Filters.Registry filters) {
    filters.add("length(obj, /)", (_, a) -> Iteration.length(a.at(0)));
    filters.add("list(value)", (_, a) -> Iteration.list(a.at(0)));
    filters.add("first(seq)", (_, a) -> first(a.at(0)));
    filters.add("last(seq)", (_, a) -> last(a.at(0)));
    filters.add("join(value, d=, attribute=)", (_, a) -> join(a));
    filters.add("reverse(value)", (_, a) -> reverse(a.at(0)));
    filters.add("sort(value, reverse=, case_sensitive=, attribute=)", (_, a) -> sort(a));
    filters.add("dictsort(value, case_sensitive=, by=, reverse=)", (_, a) -> dictSort(a));
    filters.add("unique(value, case_sensitive=, attribute=)", (_, a) -> unique(a));
    filters.add(
        "min(value, case_sensitive=, attribute=)", (_, a) -> extreme(Ordering.Operator.LESS, a));
    filters.add(
        "max(value, case_sensitive=, attribute=)", (_, a) -> extreme(Ordering.Operator.GREATER, a));
    filters.add("sum(iterable, attribute=, start=)", (_, a) -> sum(a));
    filters.add("batch(value, linecount, fill_with=)", (_, a) -> batch(a));
    filters.add("slice(value, slices, fill_with=)", (_, a) -> slice(a));
    filters.add("groupby(value, attribute, default=, case_sensitive=)", (_, a) -> groupBy(a));
    filters.add("items(value)", (_, a) -> items(a.at(0)));
    filters.add("default(value, default_value=, boolean=)", (_, a) -> orDefault(a));
    filters.add("attr(obj, name)", (_, a) -> attr(a.at(0), a.at(1)));
    filters.add("random(seq)", SequenceFilters::random);
  }

  private static @Nullable Object first(@Nullable Object value) {
    Iterator<? extends @Nullable Object> items = Iteration.over(value);
    return items.hasNext() ? items.next() : Undefined.because("No first item, sequence was empty.");
  }

  private static @Nullable Object last(@Nullable Object value) {
    List<@Nullable Object> items = Iteration.list(reversible(value));
    return items.isEmpty()
        ? Undefined.because("No last item, sequence was empty.")
        : items.getLast();
  }

  private static @Nullable Object reversible(@Nullable Object value) {
    boolean oneWay =
        value instanceof PythonIterator
            || value instanceof PythonSet
            || value instanceof Attributes
            || !Iteration.isIterable(value);
    if (oneWay) {
      throw PythonException.type("'" + Types.name(value) + "' object is not reversible");
    }
    return value;
  }

  private static Object reverse(@Nullable Object value) {
    if (value instanceof String text) {
      return new StringBuilder(text).reverse().toString();
    }
    if (!Iteration.isIterable(value)) {
      throw new PythonException(PythonException.Kind.RUNTIME, "argument must be iterable");
    }
    List<@Nullable Object> items = Iteration.list(value);
    Collections.reverse(items);
    String type = reverseType(value);
    return type == null ? items : new PythonIterator(type, items.iterator());
  }

  private static @Nullable String reverseType(@Nullable Object value) {
    return switch (value) {
      case List<?> _ -> "list_reverseiterator";
      case Map<?, ?> _ -> "dict_reversekeyiterator";
      case DictView _ -> "dict_reverseitemiterator";
      case PythonIterator _, PythonSet _, Attributes _ -> null;
      case null, default -> "reversed";
    };
  }

  private static String join(Bound arguments) {
    ItemKey key = new ItemKey(arguments.at(2), false, null);
    Iterator<? extends @Nullable Object> items = Iteration.over(arguments.at(0));
    String separator = Repr.str(arguments.or(1, ""));
    Output out = new Output();
    boolean first = true;
    while (items.hasNext()) {
      out.append(first ? "" : separator);
      out.append(Repr.str(key.apply(items.next())));
      first = false;
    }
    return out.toString();
  }

  private static List<@Nullable Object> sort(Bound arguments) {
    boolean lowerCase = !arguments.truth(2, false);
    return Sorting.sorted(
        Iteration.list(arguments.at(0)),
        ItemKey.several(arguments.at(3), lowerCase),
        arguments.truth(1, false));
  }

  private static List<@Nullable Object> dictSort(Bound arguments) {
    Object by = arguments.or(2, "key");
    if (!"key".equals(by) && !"value".equals(by)) {
      throw new PythonException(
          PythonException.Kind.RUNTIME, "You can only sort by either \"key\" or \"value\"");
    }
    ItemKey key = new ItemKey("key".equals(by) ? 0L : 1L, !arguments.truth(1, false), null);
    Object items = Members.attribute(arguments.at(0), "items");
    if (items == MISSING) {
      throw new PythonException(PythonException.Kind.ATTRIBUTE, "object has no attribute 'items'");
    }
    Object pairs = Calls.call(items, Arguments.NONE);
    return Sorting.sorted(Iteration.list(pairs), key, arguments.truth(3, false));
  }

  private static PythonIterator unique(Bound arguments) {
    ItemKey key = new ItemKey(arguments.at(2), !arguments.truth(1, false), null);
    PythonSet seen = new PythonSet();
    PythonIterator source = Generator.deferred(() -> Iteration.over(arguments.at(0)));
    return Generator.of(() -> {
      while (source.items().hasNext()) {
        Object item = source.items().next();
        if (seen.add(key.apply(item))) {
          return item;
        }
      }
      return MISSING;
    });
  }

  private static @Nullable Object extreme(Ordering.Operator operator, Bound arguments) {
    List<@Nullable Object> items = Iteration.list(arguments.at(0));
    if (items.isEmpty()) {
      return Undefined.because("No aggregated item, sequence was empty.");
    }
    Function<@Nullable Object, @Nullable Object> key =
        new ItemKey(arguments.at(2), !arguments.truth(1, false), null);
    return Sorting.extreme(operator, items, key);
  }

  private static @Nullable Object sum(Bound arguments) {
    ItemKey key = new ItemKey(arguments.at(1), false, null);
    Object total = arguments.or(2, 0L);
    if (total instanceof String) {
      throw PythonException.type("sum() can't sum strings [use ''.join(seq) instead]");
    }
    Iterator<? extends @Nullable Object> items = Iteration.over(arguments.at(0));
    while (items.hasNext()) {
      total = Arithmetic.apply(Arithmetic.Operator.ADD, total, key.apply(items.next()));
    }
    return total;
  }

  private static PythonIterator batch(Bound arguments) {
    PythonIterator source = Generator.deferred(() -> Iteration.over(arguments.at(0)));
    return Generator.of(() -> {
      List<@Nullable Object> row = new ArrayList<>();
      int size = arguments.integer(1);
      Arithmetic.checkLength(size);
      while (row.size() != size && source.items().hasNext()) {
        row.add(source.items().next());
      }
      if (row.isEmpty()) {
        return MISSING;
      }
      while (arguments.at(2) != null && row.size() < size) {
        row.add(arguments.at(2));
      }
      return row;
    });
  }

  private static PythonIterator slice(Bound arguments) {
    return Generator.deferred(() -> {
      List<@Nullable Object> all = Iteration.list(arguments.at(0));
      int slices = arguments.integer(1);
      if (slices == 0) {
        throw new PythonException(
            PythonException.Kind.ZERO_DIVISION, "integer division or modulo by zero");
      }
      return columns(all, slices, arguments.at(2)).iterator();
    });
  }

  private static List<Object> columns(
      List<@Nullable Object> all, int slices, @Nullable Object fill) {
    Arithmetic.checkLength(slices);
    List<Object> columns = new ArrayList<>();
    int size = slices < 0 ? 0 : all.size() / slices;
    int longer = slices < 0 ? 0 : all.size() % slices;
    int at = 0;
    for (int i = 0; i < slices; i++) {
      int end = at + size + (i < longer ? 1 : 0);
      List<@Nullable Object> column = new ArrayList<>(all.subList(at, end));
      if (fill != null && i >= longer) {
        column.add(fill);
      }
      columns.add(column);
      at = end;
    }
    return columns;
  }

  private static List<Object> groupBy(Bound arguments) {
    boolean lowerCase = !arguments.truth(3, false);
    ItemKey key = new ItemKey(arguments.at(1), lowerCase, arguments.at(2));
    ItemKey shown = new ItemKey(arguments.at(1), false, arguments.at(2));
    List<Object> groups = new ArrayList<>();
    List<@Nullable Object> group = new ArrayList<>();
    Object current = MISSING;
    for (Object item : Sorting.sorted(Iteration.list(arguments.at(0)), key, false)) {
      Object value = key.apply(item);
      if (current == MISSING || !Equality.equal(current, value)) {
        group = new ArrayList<>();
        groups.add(Tuple.named(List.of("grouper", "list"), shown.apply(item), group));
        current = value;
      }
      group.add(item);
    }
    return groups;
  }

  private static PythonIterator items(@Nullable Object value) {
    return Generator.deferred(() ->
        switch (value) {
          case Undefined _ -> Collections.<Object>emptyIterator();
          case Map<?, ?> map -> pairs(map);
          case Attributes attributes -> pairs(attributes.entries());
          case null, default ->
              throw PythonException.type("Can only get item pairs from a mapping.");
        });
  }

  private static Iterator<? extends @Nullable Object> pairs(
      Map<?, ? extends @Nullable Object> map) {
    return Iteration.over(new DictView(DictView.Kind.ITEMS, map));
  }

  private static @Nullable Object orDefault(Bound arguments) {
    Object value = arguments.at(0);
    boolean replaced =
        value instanceof Undefined || (arguments.truth(2, false) && !Truth.of(value));
    return replaced ? arguments.or(1, "") : value;
  }

  private static @Nullable Object attr(@Nullable Object value, @Nullable Object name) {
    if (!(name instanceof String text)) {
      throw PythonException.type("attribute name must be string");
    }
    Object found = Members.attribute(value, text);
    return found == MISSING ? Undefined.member(value, name) : found;
  }

  private static @Nullable Object random(Frame frame, Bound arguments) {
    Object value = arguments.at(0);
    long length = Iteration.length(value);
    if (length == 0) {
      return Undefined.because("No random item, sequence was empty.");
    }
    long index = frame.scope().environment().random().nextLong(length);
    Object item = Subscript.find(value, index);
    if (item == MISSING) {
      PythonException.Kind kind =
          value instanceof Map<?, ?> ? PythonException.Kind.KEY : PythonException.Kind.TYPE;
      throw new PythonException(kind, "random item of a " + Types.name(value));
    }
    return item;
  }
}
