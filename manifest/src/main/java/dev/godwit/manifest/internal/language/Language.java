package dev.godwit.manifest.internal.language;

import dev.godwit.manifest.internal.bind.ManifestBinder;
import dev.godwit.manifest.internal.bind.SpecTypes;
import dev.godwit.manifest.internal.document.YamlReader;
import dev.godwit.manifest.internal.spec.Default;
import dev.godwit.manifest.internal.spec.FromList;
import dev.godwit.manifest.internal.spec.FromText;
import dev.godwit.manifest.internal.spec.OpenFields;
import dev.godwit.manifest.internal.spec.OrEmpty;
import dev.godwit.manifest.internal.spec.Scope;
import dev.godwit.manifest.internal.spec.Superseded;
import dev.godwit.manifest.internal.spec.Untyped;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All components of the language.
public final class Language {
  private final Descriptions descriptions = Descriptions.read();
  private final Map<Class<?>, ComponentForm> components = new LinkedHashMap<>();

  private final Map<String, Class<?>> records;

  private Language(Set<Class<?>> records) {
    this.records = records.stream().collect(Collectors.toMap(SpecTypes::name, Function.identity()));
  }

  /// Reads the records; takes some milliseconds.
  public static Language read() {
    Set<Class<?>> records = ManifestBinder.components();
    Language language = new Language(records);
    for (Class<?> record : records) {
      language.components.put(record, language.component(record));
    }
    return language;
  }

  /// Every component, the root first.
  public List<ComponentForm> components() {
    return List.copyOf(components.values());
  }

  ComponentForm of(Class<?> record) {
    return Objects.requireNonNull(components.get(record), record::getName);
  }

  private ComponentForm component(Class<?> record) {
    String name = SpecTypes.name(record);
    String listField = value(record.getAnnotation(FromList.class), FromList::value);
    RecordComponent[] parts = record.getRecordComponents();
    return new ComponentForm(
        record,
        name,
        descriptions.component(name),
        !record.isAnnotationPresent(Untyped.class) && listField == null,
        record.isAnnotationPresent(OpenFields.class),
        value(record.getAnnotation(FromText.class), FromText::value),
        listField,
        Arrays.stream(parts).skip(1).map(part -> field(name, part)).toList());
  }

  private FieldForm field(String component, RecordComponent part) {
    String name = SpecTypes.name(part);
    Object standard =
        value(
            part.getAnnotation(Default.class),
            written -> YamlReader.read(name, written.value()).plain());
    Scope scope = part.getAnnotation(Scope.class);
    boolean optional =
        standard != null
            || part.isAnnotationPresent(OrEmpty.class)
            || part.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return new FieldForm(
        name,
        descriptions.field(component, name),
        FormReader.of(part),
        !optional,
        standard,
        scope == null ? List.of() : List.of(scope.value()),
        value(part.getAnnotation(Superseded.class), Superseded::by),
        standard(component, name, false),
        standard(component, name, true));
  }

  /// The record of an object that names no type; null also where there is no such record.
  private @Nullable Class<?> standard(String component, String field, boolean hasClassName) {
    String type = ManifestBinder.defaultTypes().typeOf(component, field, hasClassName);
    return type == null ? null : records.get(type);
  }

  private static <A extends Annotation, V extends @Nullable Object> @Nullable V value(
      @Nullable A annotation, Function<A, V> value) {
    return annotation == null ? null : value.apply(annotation);
  }
}
