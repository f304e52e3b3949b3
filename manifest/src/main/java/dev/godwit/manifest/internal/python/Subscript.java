package dev.godwit.manifest.internal.python;

import static dev.godwit.manifest.internal.python.Missing.MISSING;

import dev.godwit.manifest.internal.python.PythonException.Kind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `container[key]`.
public final class Subscript {
  private Subscript() {}

  /// The item, or [Missing#MISSING] where Python raises a `TypeError` or `LookupError`.
  ///
  /// @throws PythonException UNDEFINED when `container` is undefined; VALUE for a slice with step
  ///   zero
  public static @Nullable Object find(@Nullable Object container, @Nullable Object key) {
    if (container instanceof Map<?, ?> map && key instanceof String) {
      Object value = map.get(key);
      return value != null || map.containsKey(key) ? value : MISSING;
    }
    try {
      return lookUp(container, key);
    } catch (PythonException e) {
      if (e.kind() == Kind.TYPE || e.isLookup()) {
        return MISSING;
      }
      throw e;
    }
  }

  /// `value[start:stop:step]`
  ///
  /// @throws PythonException TYPE where `value` cannot be sliced, UNDEFINED when it is undefined
  public static Object slice(@Nullable Object value, Slice slice) {
    return switch (value) {
      case Undefined undefined -> throw undefined.failure();
      case Markup markup -> slice.of(markup.text());
      case null -> throw PythonException.type("'NoneType' object is not subscriptable");
      default -> slice.of(value);
    };
  }

  private static @Nullable Object lookUp(@Nullable Object container, @Nullable Object key) {
    return switch (container) {
      case Undefined undefined -> throw undefined.failure();
      case Map<?, ?> map -> key instanceof Slice ? MISSING : Keys.find(map, key);
      case Attributes attributes -> key instanceof Slice ? MISSING : attributes.item(key);
      case PythonObject object -> object.item(key);
      case null -> MISSING;
      default -> sequenceItem(container, key);
    };
  }

  private static @Nullable Object sequenceItem(Object container, @Nullable Object key) {
    if (key instanceof Slice slice) {
      return slice.of(container);
    }
    return switch (container) {
      case String text -> character(text, key);
      case Markup markup -> character(markup.text(), key);
      case List<?> list -> element(list, key);
      case Tuple tuple -> element(tuple.items(), key);
      case Bytes bytes -> {
        int at = position(key, bytes.length());
        yield at < 0 ? MISSING : (Object) (long) bytes.at(at);
      }
      default -> MISSING;
    };
  }

  private static Object character(String text, @Nullable Object key) {
    int at = position(key, Text.length(text));
    return at < 0 ? MISSING : Text.slice(text, at, at + 1);
  }

  private static @Nullable Object element(List<?> list, @Nullable Object key) {
    int at = position(key, list.size());
    return at < 0 ? MISSING : list.get(at);
  }

  private static int position(@Nullable Object key, int length) {
    if (key == null || !Numbers.isInt(key)) {
      return -1;
    }
    int index = Numbers.index(key);
    int at = index < 0 ? index + length : index;
    return at < length ? Math.max(at, -1) : -1;
  }
}
