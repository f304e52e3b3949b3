package dev.godwit.manifest.internal.bind;

import dev.godwit.manifest.internal.document.DefaultTypes;
import dev.godwit.manifest.internal.spec.Component;
import dev.godwit.manifest.internal.spec.CustomType;
import dev.godwit.manifest.internal.spec.DeclarativeSource;
import dev.godwit.manifest.internal.spec.DefaultField;
import dev.godwit.manifest.internal.spec.DefaultType;
import dev.godwit.manifest.internal.spec.OneOf;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the table of default types off the annotations of the records.
final class SpecDefaults {
  static final DefaultTypes TYPES = read();

  private final Set<Class<?>> records = new LinkedHashSet<>();
  private final Map<String, String> plain = new HashMap<>();
  private final Map<String, String> custom = new HashMap<>();

  private SpecDefaults() {}

  private static DefaultTypes read() {
    SpecDefaults defaults = new SpecDefaults();
    defaults.visit(DeclarativeSource.class);
    return new DefaultTypes(defaults.plain, defaults.custom);
  }

  /// Every record that a manifest can hold.
  static Set<Class<?>> records() {
    SpecDefaults defaults = new SpecDefaults();
    defaults.visit(DeclarativeSource.class);
    return defaults.records;
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
      case Class<?> component when isComponent(component) && records.add(component) ->
          fields(component);
      default -> {}
    }
  }

  private static boolean isComponent(Class<?> type) {
    return type.isRecord() && Component.class.isAssignableFrom(type);
  }

  private void fields(Class<?> component) {
    String prefix = SpecTypes.name(component) + ".";
    for (DefaultField field : component.getAnnotationsByType(DefaultField.class)) {
      (field.custom() ? custom : plain).put(prefix + field.name(), field.type());
    }
    for (RecordComponent part : component.getRecordComponents()) {
      String name = prefix + SpecTypes.name(part);
      DefaultType type = part.getAnnotation(DefaultType.class);
      if (type != null) {
        plain.put(name, SpecTypes.name(type.value()));
      }
      CustomType customType = part.getAnnotation(CustomType.class);
      if (customType != null) {
        custom.put(name, SpecTypes.name(customType.value()));
      }
      visit(part.getGenericType());
      OneOf alternatives = part.getAnnotation(OneOf.class);
      if (alternatives != null) {
        List.of(alternatives.value()).forEach(this::visit);
      }
    }
  }
}
