package dev.godwit.manifest.internal.template;

import static dev.godwit.manifest.internal.python.Missing.MISSING;

import dev.godwit.manifest.internal.python.PythonObject;
import dev.godwit.manifest.internal.python.Repr;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The object that `namespace()` makes: attributes that inner blocks can write for outer ones to
/// read.
final class Namespace implements PythonObject {
  private final Map<Object, @Nullable Object> values = new LinkedHashMap<>();

  Namespace(Map<?, ? extends @Nullable Object> initial) {
    initial.forEach(values::put);
  }

  void set(String name, @Nullable Object value) {
    values.put(name, value);
  }

  @Override
  public @Nullable Object attribute(String name) {
    return values.containsKey(name) ? values.get(name) : MISSING;
  }

  @Override
  public String typeName() {
    return "Namespace";
  }

  @Override
  public String repr() {
    return "<Namespace " + Repr.repr(values) + ">";
  }
}
