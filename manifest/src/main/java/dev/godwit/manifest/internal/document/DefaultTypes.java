package dev.godwit.manifest.internal.document;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an object without `type` is. Safe for use by several threads.
public interface DefaultTypes {
  /// The type of an object that names none; null where it is no component.
  ///
  /// @param component the type of the component around the object
  /// @param field where the object stands in that component
  /// @param hasClassName whether the object names a class
  @Nullable String typeOf(String component, String field, boolean hasClassName);

  /// All of them at once. Keys are `<type of the component>.<field>`.
  ///
  /// @param plain for objects without `class_name`
  /// @param custom for objects with `class_name`
  record Table(Map<String, String> plain, Map<String, String> custom) implements DefaultTypes {
    public Table {
      plain = Map.copyOf(plain);
      custom = Map.copyOf(custom);
    }

    @Override
    public @Nullable String typeOf(String component, String field, boolean hasClassName) {
      return (hasClassName ? custom : plain).get(component + "." + field);
    }
  }
}
