package dev.godwit.manifest.internal.bind;

import dev.godwit.manifest.internal.document.DefaultTypes;
import dev.godwit.manifest.internal.spec.CustomType;
import dev.godwit.manifest.internal.spec.DefaultField;
import dev.godwit.manifest.internal.spec.DefaultType;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Default types, read off the annotations of a record when a manifest first uses its type.
final class SpecDefaults implements DefaultTypes {
  static final SpecDefaults TYPES = new SpecDefaults();

  private final SpecRecords records = new SpecRecords();
  private final Map<String, Table> byComponent = new ConcurrentHashMap<>();

  private SpecDefaults() {}

  @Override
  public @Nullable String typeOf(String component, String field, boolean hasClassName) {
    return byComponent
        .computeIfAbsent(component, this::read)
        .typeOf(component, field, hasClassName);
  }

  /// The defaults of all records.
  Table all() {
    Map<String, String> plain = new HashMap<>();
    Map<String, String> custom = new HashMap<>();
    records.all().forEach(component -> read(component, plain, custom));
    return new Table(plain, custom);
  }

  private Table read(String type) {
    Map<String, String> plain = new HashMap<>();
    Map<String, String> custom = new HashMap<>();
    Class<?> component = records.find(type);
    if (component != null) {
      read(component, plain, custom);
    }
    return new Table(plain, custom);
  }

  private static void read(
      Class<?> component, Map<String, String> plain, Map<String, String> custom) {
    String prefix = SpecTypes.name(component) + ".";
    for (DefaultField field : component.getAnnotationsByType(DefaultField.class)) {
      (field.custom() ? custom : plain).put(prefix + field.name(), field.type());
    }
    for (RecordComponent part : SpecTypes.parts(component)) {
      DefaultType type = part.getAnnotation(DefaultType.class);
      if (type != null) {
        plain.put(prefix + SpecTypes.name(part), SpecTypes.name(type.value()));
      }
      CustomType customType = part.getAnnotation(CustomType.class);
      if (customType != null) {
        custom.put(prefix + SpecTypes.name(part), SpecTypes.name(customType.value()));
      }
    }
  }
}
