package dev.godwit.record;

import dev.godwit.core.error.GodwitException;
import dev.godwit.record.Conversion.Misfit;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes records of objects of JSON, by the names of their components: `createdAt` takes the field
/// `createdAt`, or where there is none `created_at`, or what [FieldName] says. Fields that the
/// record does not have are passed over. Thread-safe.
///
/// @param <R> the record
public final class RecordReader<R extends Record> {
  private static final ClassValue<RecordReader<?>> READERS =
      new ClassValue<>() {
        @Override
        protected RecordReader<?> computeValue(Class<?> type) {
          return new RecordReader<>(type.asSubclass(Record.class));
        }
      };

  private final Class<R> type;
  private final Constructor<R> constructor;
  private final List<Part> parts;

  private record Part(Component component, Conversion conversion, boolean nullable) {
    boolean isOptional() {
      return component.declared().getType() == Optional.class;
    }
  }

  private RecordReader(Class<R> type) {
    this.type = type;
    this.parts =
        Component.of(type)
            .map(component ->
                new Part(
                    component,
                    Conversions.to(component.declared().getGenericType()),
                    component.isNullable()))
            .toList();
    try {
      Class<?>[] types =
          Component.of(type)
              .map(component -> component.declared().getType())
              .toArray(Class<?>[]::new);
      this.constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type.getName() + " is no record", e);
    }
  }

  /// The reader of a record.
  ///
  /// @throws IllegalArgumentException when it has a component that JSON can't become
  @SuppressWarnings("unchecked")
  public static <R extends Record> RecordReader<R> of(Class<R> type) {
    return (RecordReader<R>) READERS.get(type);
  }

  static RecordReader<?> part(Class<?> type) {
    return READERS.get(type);
  }

  /// The record of an object.
  ///
  /// @throws GodwitException CONTRACT `row.misfit` when a value does not fit its component; it
  ///   names the field and shows no value
  public R read(Map<String, ? extends @Nullable Object> object) {
    try {
      return convert(object, "");
    } catch (Misfit e) {
      throw GodwitException.contract(
              "row.misfit",
              "A row does not fit " + type.getSimpleName() + ": " + e.getMessage() + ".")
          .hint("Change the type of the component, or annotate it with @FieldName or @Nullable.");
    }
  }

  /// @param prefix of paths in messages
  R convert(Map<?, ?> object, String prefix) {
    @Nullable Object[] values = new Object[parts.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(parts.get(i), object, prefix);
    }
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      String who = prefix.isEmpty() ? "it" : prefix.substring(0, prefix.length() - 1);
      throw new Misfit(who, "is refused by " + type.getSimpleName() + ": " + e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type.getName() + " can't be made", e);
    }
  }

  private static @Nullable Object value(Part part, Map<?, ?> object, String prefix) {
    String key = part.component().key(object);
    Object value = object.get(key);
    if (value != null) {
      return part.conversion().convert(value, prefix + key);
    }
    if (part.isOptional()) {
      return Optional.empty();
    }
    if (!part.nullable()) {
      throw new Misfit(prefix + key, object.containsKey(key) ? "is null" : "is missing");
    }
    return null;
  }
}
