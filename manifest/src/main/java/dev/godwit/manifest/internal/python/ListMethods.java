package dev.godwit.manifest.internal.python;

import dev.godwit.manifest.internal.python.PythonException.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The methods of `list` and `tuple`.
final class ListMethods {
  static final MethodTable<List<@Nullable Object>> TABLE =
      new MethodTable<List<@Nullable Object>>("list")
          .method("append(value, /)", ListMethods::append)
          .method("extend(values, /)", ListMethods::extend)
          .method("insert(index, value, /)", ListMethods::insert)
          .method("pop(index=, /)", ListMethods::pop)
          .method("remove(value, /)", ListMethods::remove)
          .method("clear()", ListMethods::clear)
          .method("copy()", (self, _) -> new ArrayList<>(self))
          .method("reverse()", ListMethods::reverse)
          .method("sort()", ListMethods::sort)
          .method("count(value, /)", (self, a) -> count(self, a.at(0)))
          .method("index(value, start=, stop=, /)", ListMethods::index);

  static final MethodTable<Tuple> TUPLES =
      new MethodTable<Tuple>("tuple")
          .method("count(value, /)", (self, a) -> count(self.items(), a.at(0)))
          .method("index(value, start=, stop=, /)", (self, a) -> index(self.items(), a));

  private ListMethods() {}

  @SuppressWarnings("unchecked")
  static List<@Nullable Object> writable(List<?> list) {
    return (List<@Nullable Object>) list;
  }

  private static @Nullable Object append(List<@Nullable Object> self, Bound arguments) {
    self.add(arguments.at(0));
    return null;
  }

  private static @Nullable Object extend(List<@Nullable Object> self, Bound arguments) {
    List<@Nullable Object> more = Iteration.list(arguments.at(0));
    Arithmetic.checkLength((long) self.size() + more.size());
    self.addAll(more);
    return null;
  }

  private static @Nullable Object insert(List<@Nullable Object> self, Bound arguments) {
    int at = arguments.integer(0);
    int index = at < 0 ? Math.max(0, at + self.size()) : Math.min(at, self.size());
    self.add(index, arguments.at(1));
    return null;
  }

  private static @Nullable Object pop(List<@Nullable Object> self, Bound arguments) {
    int at = arguments.integer(0, -1);
    int index = at < 0 ? at + self.size() : at;
    if (index < 0 || index >= self.size()) {
      String message = self.isEmpty() ? "pop from empty list" : "pop index out of range";
      throw new PythonException(Kind.INDEX, message);
    }
    return self.remove(index);
  }

  private static @Nullable Object remove(List<@Nullable Object> self, Bound arguments) {
    for (int i = 0; i < self.size(); i++) {
      if (Equality.sameOrEqual(self.get(i), arguments.at(0))) {
        self.remove(i);
        return null;
      }
    }
    throw PythonException.value("list.remove(x): x not in list");
  }

  private static @Nullable Object clear(List<@Nullable Object> self, Bound none) {
    self.clear();
    return null;
  }

  private static @Nullable Object reverse(List<@Nullable Object> self, Bound none) {
    Collections.reverse(self);
    return null;
  }

  private static @Nullable Object sort(List<@Nullable Object> self, Bound none) {
    List<@Nullable Object> sorted = Sorting.sorted(self, value -> value, false);
    self.clear();
    self.addAll(sorted);
    return null;
  }

  private static Object count(List<?> self, @Nullable Object value) {
    return self.stream().filter(item -> Equality.sameOrEqual(item, value)).count();
  }

  private static Object index(List<?> self, Bound arguments) {
    int from = bound(arguments.integer(1, 0), self.size());
    int to = bound(arguments.integer(2, Integer.MAX_VALUE), self.size());
    for (int i = from; i < to; i++) {
      if (Equality.sameOrEqual(self.get(i), arguments.at(0))) {
        return (long) i;
      }
    }
    throw PythonException.value(Repr.repr(arguments.at(0)) + " is not in list");
  }

  private static int bound(int index, int size) {
    return Math.clamp(index < 0 ? (long) index + size : index, 0, size);
  }
}
