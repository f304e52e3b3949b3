package dev.godwit.manifest.internal.document;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an object without `type` is. Keys are `<type of the parent>.<field>`.
///
/// @param plain for objects without `class_name`
/// @param custom for objects with `class_name`
public record DefaultTypes(Map<String, String> plain, Map<String, String> custom) {
  public DefaultTypes {
    plain = Map.copyOf(plain);
    custom = Map.copyOf(custom);
  }

  @Nullable String typeOf(String field, boolean hasClassName) {
    return hasClassName ? custom.get(field) : plain.get(field);
  }
}
