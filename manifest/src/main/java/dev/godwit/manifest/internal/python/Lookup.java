package dev.godwit.manifest.internal.python;

import static dev.godwit.manifest.internal.python.Missing.MISSING;

import org.jspecify.annotations.Nullable;

/// `value.name` and `value[key]` as templates have them: each falls back to the other, and what
/// neither finds is undefined.
public final class Lookup {
  private Lookup() {}

  /// `value.name`: the attribute, else the item.
  ///
  /// @throws PythonException UNDEFINED when `value` is undefined
  public static @Nullable Object attribute(@Nullable Object value, String name) {
    Object attribute = Members.attribute(value, name);
    if (attribute != MISSING) {
      return attribute;
    }
    Object item = Subscript.find(value, name);
    return item == MISSING ? Undefined.member(value, name) : item;
  }

  /// `value[key]`: the item, else the attribute where the key is a str.
  ///
  /// @throws PythonException UNDEFINED when `value` is undefined
  public static @Nullable Object item(@Nullable Object value, @Nullable Object key) {
    Object item = Subscript.find(value, key);
    if (item != MISSING) {
      return item;
    }
    if (key instanceof String name) {
      Object attribute = Members.attribute(value, name);
      if (attribute != MISSING) {
        return attribute;
      }
    }
    return Undefined.member(value, key);
  }
}
