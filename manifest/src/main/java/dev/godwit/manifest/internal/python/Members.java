package dev.godwit.manifest.internal.python;

import static dev.godwit.manifest.internal.python.Missing.MISSING;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The attributes and methods of values. Only what the tables name is there; nothing is found by
/// reflection.
public final class Members {
  private static final Set<String> SPECIAL =
      Set.of(
          "__class__",
          "__doc__",
          "__init__",
          "__new__",
          "__dir__",
          "__delattr__",
          "__eq__",
          "__format__",
          "__ge__",
          "__getattribute__",
          "__gt__",
          "__hash__",
          "__init_subclass__",
          "__le__",
          "__lt__",
          "__ne__",
          "__reduce__",
          "__reduce_ex__",
          "__repr__",
          "__setattr__",
          "__sizeof__",
          "__str__",
          "__subclasshook__",
          "__getstate__");
  private static final Set<String> SPECIAL_OF_CONTAINERS =
      Set.of("__contains__", "__getitem__", "__iter__", "__len__", "__class_getitem__");

  private Members() {}

  /// The attribute `name` of `value`, or [Missing#MISSING] where Python raises an `AttributeError`.
  ///
  /// @throws PythonException UNDEFINED when `value` is undefined
  public static @Nullable Object attribute(@Nullable Object value, String name) {
    if (value instanceof Undefined undefined) {
      throw undefined.failure();
    }
    if (value instanceof Markup markup) {
      return attribute(markup.text(), name);
    }
    if (name.startsWith("__")) {
      boolean exists =
          SPECIAL.contains(name)
              || (SPECIAL_OF_CONTAINERS.contains(name) && Iteration.isIterable(value));
      return exists ? Undefined.unsafe(value, name) : MISSING;
    }
    if (value instanceof Attributes attributes) {
      Object own = attributes.attribute(name);
      if (own != MISSING) {
        return own;
      }
    }
    if (value instanceof PythonObject object) {
      return object.attribute(name);
    }
    return member(value, name);
  }

  /// Calls the method `name` of `value` without making a bound method first.
  ///
  /// @return [Missing#MISSING] where `value` has no such method
  public static @Nullable Object invoke(@Nullable Object value, String name, Arguments arguments) {
    return switch (value) {
      case String text -> invoke(StringMethods.TABLE, text, name, arguments);
      case Map<?, ?> map -> invoke(DictMethods.TABLE, DictMethods.writable(map), name, arguments);
      case List<?> list -> invoke(ListMethods.TABLE, ListMethods.writable(list), name, arguments);
      case DateTime moment -> invoke(DateMethods.MOMENTS, moment, name, arguments);
      case LocalDate date -> invoke(DateMethods.DATES, date, name, arguments);
      case null, default -> MISSING;
    };
  }

  private static <T> @Nullable Object invoke(
      MethodTable<T> table, T self, String name, Arguments arguments) {
    MethodTable.Method<T> method = table.find(name);
    return method == null ? MISSING : method.call(self, arguments);
  }

  private static @Nullable Object member(@Nullable Object value, String name) {
    return switch (value) {
      case null -> MISSING;
      case String text -> of(StringMethods.TABLE, text, name);
      case Map<?, ?> map -> of(DictMethods.TABLE, DictMethods.writable(map), name);
      case List<?> list -> of(ListMethods.TABLE, ListMethods.writable(list), name);
      case Tuple tuple -> {
        int at = tuple.names().indexOf(name);
        yield at < 0 ? of(ListMethods.TUPLES, tuple, name) : tuple.items().get(at);
      }
      case Attributes attributes -> of(DictMethods.MAPPINGS, attributes, name);
      case PythonSet set -> of(SetMethods.TABLE, set, name);
      case Bytes bytes -> of(NumberMethods.BYTES, bytes, name);
      case Boolean flag -> of(NumberMethods.INTS, Numbers.big(flag), name);
      case Long number -> of(NumberMethods.INTS, BigInteger.valueOf(number), name);
      case BigInteger number -> of(NumberMethods.INTS, number, name);
      case Double number -> of(NumberMethods.FLOATS, number, name);
      case DateTime moment -> of(DateMethods.MOMENTS, moment, name);
      case LocalDate date -> of(DateMethods.DATES, date, name);
      case LocalTime time -> of(DateMethods.TIMES, time, name);
      case TimeDelta delta -> of(DateMethods.DELTAS, delta, name);
      case CalendarDuration duration -> of(DateMethods.DURATIONS, duration, name);
      default -> MISSING;
    };
  }

  private static <T> @Nullable Object of(MethodTable<T> table, T self, String name) {
    MethodTable.Method<T> method = table.find(name);
    if (method != null) {
      return table.bind(method, self);
    }
    MethodTable.Getter<T> getter = table.findGetter(name);
    return getter == null ? MISSING : getter.of(self);
  }

  /// Whether every dict has an attribute `name`, so that `d.name` does not mean the item.
  public static boolean isDictMethod(String name) {
    return name.startsWith("__") || DictMethods.TABLE.names().contains(name);
  }
}
