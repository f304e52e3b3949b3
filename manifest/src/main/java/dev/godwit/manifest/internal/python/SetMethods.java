package dev.godwit.manifest.internal.python;

import org.jspecify.annotations.Nullable;

/// The methods of `set`.
final class SetMethods {
  static final MethodTable<PythonSet> TABLE =
      new MethodTable<PythonSet>("set")
          .method("add(value, /)", (self, a) -> add(self, a.at(0)))
          .method("discard(value, /)", (self, a) -> discard(self, a.at(0)))
          .method("clear()", (self, _) -> clear(self))
          .method("copy()", (self, _) -> PythonSet.of(self))
          .method("union(other=, /)", (self, a) -> union(self, a))
          .method("intersection(other, /)", (self, a) -> common(self, set(a.at(0)), true))
          .method("difference(other, /)", (self, a) -> common(self, set(a.at(0)), false))
          .method("issubset(other, /)", (self, a) -> set(a.at(0)).containsAll(self))
          .method("issuperset(other, /)", (self, a) -> self.containsAll(set(a.at(0))))
          .method(
              "isdisjoint(other, /)", (self, a) -> common(self, set(a.at(0)), true).size() == 0);

  private SetMethods() {}

  private static PythonSet set(@Nullable Object value) {
    return PythonSet.of(Iteration.list(value));
  }

  private static @Nullable Object add(PythonSet self, @Nullable Object value) {
    self.add(value);
    return null;
  }

  private static @Nullable Object discard(PythonSet self, @Nullable Object value) {
    self.remove(value);
    return null;
  }

  private static @Nullable Object clear(PythonSet self) {
    self.clear();
    return null;
  }

  private static PythonSet union(PythonSet self, Bound arguments) {
    PythonSet result = PythonSet.of(self);
    if (arguments.has(0)) {
      set(arguments.at(0)).forEach(result::add);
    }
    return result;
  }

  private static PythonSet common(PythonSet self, PythonSet other, boolean shared) {
    PythonSet result = new PythonSet();
    self.forEach(value -> {
      if (other.contains(value) == shared) {
        result.add(value);
      }
    });
    return result;
  }
}
