package dev.godwit.manifest.internal.python;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The methods and data attributes of one Python type that templates may use. Filled once, then
/// only read.
final class MethodTable<T> {
  /// The body of a method.
  @FunctionalInterface
  interface Body<T> {
    @Nullable Object call(T self, Bound arguments);
  }

  /// The value of a data attribute.
  @FunctionalInterface
  interface Getter<T> {
    @Nullable Object of(T self);
  }

  /// A method with its parameters.
  record Method<T>(Signature signature, Body<T> body) {
    @Nullable Object call(T self, Arguments arguments) {
      return body.call(self, signature.bind(arguments));
    }
  }

  private final String typeName;
  private final Map<String, Method<T>> methods = new HashMap<>();
  private final Map<String, Getter<T>> getters = new HashMap<>();

  MethodTable(String typeName) {
    this.typeName = typeName;
  }

  MethodTable<T> method(String signature, Body<T> body) {
    Signature parsed = Signature.of(signature);
    methods.put(parsed.name(), new Method<>(parsed, body));
    return this;
  }

  MethodTable<T> getter(String name, Getter<T> getter) {
    getters.put(name, getter);
    return this;
  }

  @Nullable Method<T> find(String name) {
    return methods.get(name);
  }

  @Nullable Getter<T> findGetter(String name) {
    return getters.get(name);
  }

  /// The method bound to `self`, as a value.
  PythonFunction bind(Method<T> method, T self) {
    String repr =
        "<built-in method "
            + method.signature().name()
            + " of "
            + typeName
            + " object at 0x7f0000000000>";
    return new PythonFunction() {
      @Override
      public @Nullable Object call(Arguments arguments) {
        return method.call(self, arguments);
      }

      @Override
      public String repr() {
        return repr;
      }
    };
  }

  Set<String> names() {
    return methods.keySet();
  }
}
