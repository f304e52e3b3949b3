package dev.godwit.manifest.internal.python;

import static dev.godwit.manifest.internal.python.Missing.MISSING;

import dev.godwit.manifest.internal.python.PythonException.Kind;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The methods of `dict`, and those of read-only mappings.
public final class DictMethods {
  static final MethodTable<Map<@Nullable Object, @Nullable Object>> TABLE =
      new MethodTable<Map<@Nullable Object, @Nullable Object>>("dict")
          .method("get(key, default=, /)", (self, a) -> get(self, a.at(0), a.at(1)))
          .method("items()", (self, _) -> new DictView(DictView.Kind.ITEMS, self))
          .method("keys()", (self, _) -> new DictView(DictView.Kind.KEYS, self))
          .method("values()", (self, _) -> new DictView(DictView.Kind.VALUES, self))
          .method("copy()", DictMethods::copy)
          .method("clear()", DictMethods::clear)
          .method("update(other=, /, **)", DictMethods::updateCall)
          .method("setdefault(key, default=, /)", DictMethods::setDefault)
          .method("pop(key, default=, /)", DictMethods::pop)
          .method("popitem()", DictMethods::popItem)
          .method("fromkeys(keys, value=, /)", (_, a) -> fromKeys(a.at(0), a.at(1)));

  static final MethodTable<Attributes> MAPPINGS =
      new MethodTable<Attributes>("Mapping")
          .method("get(key, default=)", DictMethods::getItem)
          .method("items()", (self, _) -> new DictView(DictView.Kind.ITEMS, self.entries()))
          .method("keys()", (self, _) -> new DictView(DictView.Kind.KEYS, self.entries()))
          .method("values()", (self, _) -> new DictView(DictView.Kind.VALUES, self.entries()));

  private DictMethods() {}

  /// `map.get(key, absent)`
  public static @Nullable Object get(Map<?, ?> map, @Nullable Object key, @Nullable Object absent) {
    if (key instanceof String) {
      Object value = map.get(key);
      return value != null || absent == null || map.containsKey(key) ? value : absent;
    }
    Object value = Keys.find(map, key);
    return value == MISSING ? absent : value;
  }

  private static @Nullable Object getItem(Attributes self, Bound arguments) {
    Object value = self.item(arguments.at(0));
    return value == MISSING ? arguments.at(1) : value;
  }

  @SuppressWarnings("unchecked")
  static Map<@Nullable Object, @Nullable Object> writable(Map<?, ?> map) {
    return (Map<@Nullable Object, @Nullable Object>) map;
  }

  /// `dict(value)`: a new dict of a mapping's items or of pairs.
  public static Map<@Nullable Object, @Nullable Object> dict(@Nullable Object value) {
    Map<@Nullable Object, @Nullable Object> result = new LinkedHashMap<>();
    update(result, value);
    return result;
  }

  private static Object copy(Map<@Nullable Object, @Nullable Object> self, Bound none) {
    return new LinkedHashMap<>(self);
  }

  private static @Nullable Object clear(Map<@Nullable Object, @Nullable Object> self, Bound none) {
    self.clear();
    return null;
  }

  private static @Nullable Object updateCall(
      Map<@Nullable Object, @Nullable Object> self, Bound arguments) {
    update(self, arguments.or(0, MISSING));
    self.putAll(arguments.extra());
    return null;
  }

  private static @Nullable Object update(
      Map<@Nullable Object, @Nullable Object> self, @Nullable Object other) {
    switch (other) {
      case Map<?, ?> map -> map.forEach((key, value) -> Keys.put(self, key, value));
      case Attributes attributes -> attributes.entries().forEach(self::put);
      case Undefined undefined -> throw undefined.failure();
      case null, default -> {
        if (other != MISSING) {
          updateFromPairs(self, other);
        }
      }
    }
    return null;
  }

  private static void updateFromPairs(
      Map<@Nullable Object, @Nullable Object> self, @Nullable Object pairs) {
    Iterator<? extends @Nullable Object> iterator = Iteration.over(pairs);
    while (iterator.hasNext()) {
      Object element = iterator.next();
      if (!Iteration.isIterable(element)) {
        throw PythonException.type(
            "cannot convert dictionary update sequence element to a sequence");
      }
      List<@Nullable Object> pair = Iteration.list(element);
      if (pair.size() != 2) {
        throw PythonException.value(
            "dictionary update sequence element has length " + pair.size() + "; 2 is required");
      }
      Keys.put(self, pair.get(0), pair.get(1));
    }
  }

  private static @Nullable Object setDefault(
      Map<@Nullable Object, @Nullable Object> self, Bound arguments) {
    Object value = Keys.find(self, arguments.at(0));
    if (value != MISSING) {
      return value;
    }
    Keys.put(self, arguments.at(0), arguments.at(1));
    return arguments.at(1);
  }

  private static @Nullable Object pop(
      Map<@Nullable Object, @Nullable Object> self, Bound arguments) {
    Object value = Keys.remove(self, arguments.at(0));
    if (value != MISSING) {
      return value;
    }
    if (!arguments.has(1)) {
      throw new PythonException(Kind.KEY, Repr.repr(arguments.at(0)));
    }
    return arguments.at(1);
  }

  private static Object popItem(Map<@Nullable Object, @Nullable Object> self, Bound none) {
    if (self.isEmpty()) {
      throw new PythonException(Kind.KEY, "popitem(): dictionary is empty");
    }
    Object last = null;
    for (Object key : self.keySet()) {
      last = key;
    }
    return Tuple.of(last, self.remove(last));
  }

  private static Object fromKeys(@Nullable Object keys, @Nullable Object value) {
    Map<@Nullable Object, @Nullable Object> result = new LinkedHashMap<>();
    Iteration.over(keys).forEachRemaining(key -> Keys.put(result, key, value));
    return result;
  }
}
