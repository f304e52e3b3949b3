package dev.godwit.record;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// A component of a record, and its key in JSON.
record Component(RecordComponent declared) {
  static Stream<Component> of(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    return Arrays.stream(components == null ? new RecordComponent[0] : components)
        .map(Component::new);
  }

  /// The key in an object: as annotated, else the name of the component where the object has it,
  /// else that name in snake case.
  String key(Map<?, ?> object) {
    FieldName annotated = declared.getAnnotation(FieldName.class);
    if (annotated != null) {
      return annotated.value();
    }
    return object.containsKey(declared.getName()) ? declared.getName() : snakeCase();
  }

  /// The key where there is no object yet.
  String key() {
    FieldName annotated = declared.getAnnotation(FieldName.class);
    return annotated == null ? snakeCase() : annotated.value();
  }

  private String snakeCase() {
    return declared
        .getName()
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }

  /// Whether the component may be null: where it is annotated so, and where nobody has said that
  /// unannotated types are not null.
  boolean isNullable() {
    if (declared.getType().isPrimitive()) {
      return false;
    }
    if (has(declared.getAnnotatedType(), "Nullable") || has(declared, "Nullable")) {
      return true;
    }
    boolean refused =
        has(declared.getAnnotatedType(), "NonNull")
            || has(declared, "NonNull")
            || has(declared, "NotNull");
    return !refused && !inNullMarkedCode(declared.getDeclaringRecord());
  }

  private static boolean inNullMarkedCode(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
      if (has(each, "NullMarked")) {
        return true;
      }
      if (has(each, "NullUnmarked")) {
        return false;
      }
    }
    Package room = type.getPackage();
    return (room != null && has(room, "NullMarked")) || has(type.getModule(), "NullMarked");
  }

  private static boolean has(AnnotatedElement element, String annotation) {
    return Arrays.stream(element.getAnnotations())
        .map(Annotation::annotationType)
        .anyMatch(type -> type.getSimpleName().equals(annotation));
  }
}
