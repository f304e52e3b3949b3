package dev.godwit.manifest.internal.bind;

import dev.godwit.manifest.internal.spec.Component;
import dev.godwit.manifest.internal.spec.DeclarativeSource;
import dev.godwit.manifest.internal.spec.OneOf;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The records that a manifest can hold, by type. They are met by following their parts from the
/// source downwards, only as far as somebody asks: reflection on all of them would be a good part
/// of a cold start.
final class SpecRecords {
  private final Map<String, Class<?>> met = new LinkedHashMap<>();
  private final Set<Class<?>> unread = new LinkedHashSet<>();

  SpecRecords() {
    visit(DeclarativeSource.class);
  }

  /// The record of a type; null when there is none. What is inside a record is met with it, since
  /// it is what will be asked for next.
  synchronized @Nullable Class<?> find(String type) {
    while (!met.containsKey(type) && !unread.isEmpty()) {
      read(unread.iterator().next());
    }
    Class<?> found = met.get(type);
    if (found != null && unread.contains(found)) {
      read(found);
    }
    return found;
  }

  /// Every record, each after the first one that holds it.
  synchronized Set<Class<?>> all() {
    while (!unread.isEmpty()) {
      read(unread.iterator().next());
    }
    return new LinkedHashSet<>(met.values());
  }

  private void read(Class<?> component) {
    unread.remove(component);
    for (RecordComponent part : SpecTypes.parts(component)) {
      visit(part.getGenericType());
      OneOf alternatives = part.getAnnotation(OneOf.class);
      if (alternatives != null) {
        List.of(alternatives.value()).forEach(this::visit);
      }
    }
  }

  private void visit(Type type) {
    switch (type) {
      case ParameterizedType parameterized -> {
        for (Type argument : parameterized.getActualTypeArguments()) {
          visit(argument);
        }
      }
      case Class<?> family when family.isSealed() && family.isInterface() ->
          SpecTypes.members(family).forEach(this::visit);
      case Class<?> component when isComponent(component) -> {
        if (met.putIfAbsent(SpecTypes.name(component), component) == null) {
          unread.add(component);
        }
      }
      default -> {}
    }
  }

  private static boolean isComponent(Class<?> type) {
    return type.isRecord() && Component.class.isAssignableFrom(type);
  }
}
