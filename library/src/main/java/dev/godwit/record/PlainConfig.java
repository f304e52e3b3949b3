package dev.godwit.record;

import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Java values as JSON values: records are objects, whose keys are the names of their components in
/// snake case or what [FieldName] says; components that are null or empty are left out. Enums are
/// their names in lower case, other values what they are as text.
public final class PlainConfig {
  private final Function<Object, @Nullable Object> special;

  /// @param special values that stay or become others; null where it has nothing to say
  public PlainConfig(Function<Object, @Nullable Object> special) {
    this.special = special;
  }

  /// The fields of a record, with what is inside as it is.
  public static Map<String, @Nullable Object> fields(Record config) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    Component.of(config.getClass())
        .forEach(component -> {
          Object value = value(component, config);
          Object given = value instanceof Optional<?> optional ? optional.orElse(null) : value;
          if (given != null) {
            fields.put(component.key(), given);
          }
        });
    return fields;
  }

  private static @Nullable Object value(Component component, Record config) {
    try {
      var accessor = component.declared().getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(config);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(component.declared() + " throws", e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException(component.declared() + " can't be read", e);
    }
  }

  /// An object of JSON values.
  public Map<String, @Nullable Object> object(Map<?, ?> config) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    config.forEach((key, value) -> object.put(String.valueOf(key), value(value)));
    return object;
  }

  private @Nullable Object value(@Nullable Object value) {
    Object other = value == null ? null : special.apply(value);
    return switch (other == null ? value : other) {
      case null -> null;
      case Record record -> object(fields(record));
      case Map<?, ?> map -> object(map);
      case Collection<?> many -> list(many);
      case Optional<?> optional -> value(optional.orElse(null));
      case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
      case Short number -> number.longValue();
      case Byte number -> number.longValue();
      case Float number -> number.doubleValue();
      case BigDecimal number -> number.doubleValue();
      case Boolean _, Number _ -> other == null ? value : other;
      case Object object -> object.toString();
    };
  }

  private List<@Nullable Object> list(Collection<?> many) {
    List<@Nullable Object> list = new ArrayList<>(many.size());
    many.forEach(each -> list.add(value(each)));
    return list;
  }
}
