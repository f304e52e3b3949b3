package dev.godwit.destinations.internal.table;

import dev.godwit.core.fit.Fit;
import dev.godwit.core.schema.FieldType;
import dev.godwit.destinations.internal.table.ValueType.ListOf;
import dev.godwit.destinations.internal.table.ValueType.Member;
import dev.godwit.destinations.internal.table.ValueType.Plain;
import dev.godwit.destinations.internal.table.ValueType.Struct;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Makes the parts of a value fit their types, one by one. What can't be cast becomes null, and the
/// rest stays.
///
/// @param cast what becomes of a value without parts, by its type
/// @param staged whether fields of objects have the names of the column already
/// @param changed hears of each part that was changed, with its path: `address.zip`,
///   `lines[2].price`
record NestedFitter(
    BiFunction<FieldType, Object, Fit> cast,
    boolean staged,
    BiConsumer<String, Fit.Change> changed) {
  @Nullable Object fit(ValueType type, @Nullable Object value, String path) {
    if (value == null) {
      return null;
    }
    return switch (type) {
      case Plain plain -> {
        Fit fit = cast.apply(plain.type(), value);
        Fit.Change change = fit.change();
        if (change != null) {
          changed.accept(path, change);
        }
        yield fit.value();
      }
      case Struct struct ->
          value instanceof Map<?, ?> object ? object(struct, object, path) : misfit(path);
      case ListOf list -> value instanceof List<?> array ? array(list, array, path) : misfit(path);
    };
  }

  private @Nullable Object misfit(String path) {
    changed.accept(path, Fit.Change.MISFIT);
    return null;
  }

  private Map<String, @Nullable Object> object(Struct type, Map<?, ?> object, String path) {
    Map<String, @Nullable Object> fitted = new LinkedHashMap<>();
    for (Member member : type.members()) {
      Object value = object.get(staged ? member.name() : member.key());
      Object fit = fit(member.type(), value, path + "." + member.key());
      if (fit != null) {
        fitted.put(member.name(), fit);
      }
    }
    return fitted;
  }

  private List<@Nullable Object> array(ListOf type, List<?> array, String path) {
    List<@Nullable Object> fitted = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      fitted.add(fit(type.element(), array.get(i), path + "[" + i + "]"));
    }
    return fitted;
  }
}
