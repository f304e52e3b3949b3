package dev.godwit.manifest.internal.bind;

import dev.godwit.manifest.internal.spec.Component;
import dev.godwit.manifest.internal.spec.DeclarativeSource;
import dev.godwit.manifest.internal.spec.OneOf;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/// Meets the records that a manifest can hold by following their parts from the source downwards.
/// That is reflection on all of them: nothing for the way of a manifest that is read.
final class SpecRecords {
  private final Set<Class<?>> met = new LinkedHashSet<>();
  private final Queue<Class<?>> unread = new ArrayDeque<>();

  private SpecRecords() {}

  /// Every record, each after the first one that holds it.
  static Set<Class<?>> all() {
    SpecRecords records = new SpecRecords();
    records.visit(DeclarativeSource.class);
    while (!records.unread.isEmpty()) {
      records.read(records.unread.remove());
    }
    return records.met;
  }

  private void read(Class<?> component) {
    for (RecordComponent part : component.getRecordComponents()) {
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
        if (met.add(component)) {
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
