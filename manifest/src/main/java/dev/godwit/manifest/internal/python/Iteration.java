package dev.godwit.manifest.internal.python;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Walking, counting and searching values.
public final class Iteration {
  private Iteration() {}

  /// `iter(value)`
  ///
  /// @throws PythonException TYPE when `value` cannot be walked
  public static Iterator<? extends @Nullable Object> over(@Nullable Object value) {
    return switch (value) {
      case List<?> list -> new LiveIterator(list);
      case Tuple tuple -> tuple.items().iterator();
      case Map<?, ?> map -> map.keySet().iterator();
      case PythonSet set -> set.iterator();
      case DictView view -> view.iterator();
      case PythonIterator iterator -> iterator.items();
      case Attributes attributes -> attributes.entries().keySet().iterator();
      case Markup markup -> over(markup.text());
      case String text -> text.codePoints().mapToObj(Character::toString).iterator();
      case Bytes bytes -> octets(bytes).iterator();
      case Undefined _ -> Collections.emptyIterator();
      case null, default ->
          throw PythonException.type("'" + Types.name(value) + "' object is not iterable");
    };
  }

  private static List<Object> octets(Bytes bytes) {
    List<Object> octets = new ArrayList<>(bytes.length());
    for (int i = 0; i < bytes.length(); i++) {
      octets.add((long) bytes.at(i));
    }
    return octets;
  }

  /// `list(value)`: a new list.
  public static List<@Nullable Object> list(@Nullable Object value) {
    List<@Nullable Object> items = new ArrayList<>();
    Iterator<? extends @Nullable Object> iterator = over(value);
    while (iterator.hasNext()) {
      Arithmetic.checkLength(items.size());
      items.add(iterator.next());
    }
    return items;
  }

  /// `len(value)`
  public static long length(@Nullable Object value) {
    return switch (value) {
      case String text -> Text.length(text);
      case Markup markup -> Text.length(markup.text());
      case List<?> list -> list.size();
      case Tuple tuple -> tuple.items().size();
      case Map<?, ?> map -> map.size();
      case PythonSet set -> set.size();
      case DictView view -> view.map().size();
      case Bytes bytes -> bytes.length();
      case Attributes attributes -> attributes.entries().size();
      case Undefined _ -> 0;
      case null, default ->
          throw PythonException.type("object of type '" + Types.name(value) + "' has no len()");
    };
  }

  /// `item in container`
  public static boolean contains(@Nullable Object container, @Nullable Object item) {
    return switch (container) {
      case String text -> {
        if (!(Markup.plain(item) instanceof String part)) {
          throw PythonException.type(
              "'in <string>' requires string as left operand, not " + Types.name(item));
        }
        yield text.contains(part);
      }
      case Markup markup -> contains(markup.text(), item);
      case Map<?, ?> map -> Keys.find(map, item) != Missing.MISSING;
      case Attributes attributes -> attributes.item(item) != Missing.MISSING;
      case PythonSet set -> set.contains(item);
      case DictView view -> view.contains(item);
      case null, default -> walkFor(container, item);
    };
  }

  private static boolean walkFor(@Nullable Object container, @Nullable Object item) {
    if (!isIterable(container)) {
      throw PythonException.type(
          "argument of type '" + Types.name(container) + "' is not iterable");
    }
    Iterator<? extends @Nullable Object> items = over(container);
    while (items.hasNext()) {
      if (Equality.sameOrEqual(items.next(), item)) {
        return true;
      }
    }
    return false;
  }

  /// Whether [#over(Object)] accepts `value`.
  public static boolean isIterable(@Nullable Object value) {
    return switch (value) {
      case List<?> _ -> true;
      case Tuple _ -> true;
      case Map<?, ?> _ -> true;
      case PythonSet _ -> true;
      case DictView _ -> true;
      case PythonIterator _ -> true;
      case Attributes _ -> true;
      case String _ -> true;
      case Markup _ -> true;
      case Bytes _ -> true;
      case Undefined _ -> true;
      case null, default -> false;
    };
  }
}
