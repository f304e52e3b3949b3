package dev.godwit.manifest.internal.python;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Python's `set`, in order of insertion. 1, 1.0 and True are the same element. Mutable and not
/// thread-safe.
public final class PythonSet implements Iterable<@Nullable Object> {
  private final Map<Object, @Nullable Object> elements = new LinkedHashMap<>();

  public static PythonSet of(Iterable<? extends @Nullable Object> values) {
    PythonSet set = new PythonSet();
    values.forEach(set::add);
    return set;
  }

  /// Adds `value` unless an equal element is there.
  ///
  /// @return whether `value` was not there before
  public boolean add(@Nullable Object value) {
    Object key = Keys.canonical(value);
    if (elements.containsKey(key)) {
      return false;
    }
    elements.put(key, value);
    return true;
  }

  public boolean contains(@Nullable Object value) {
    return elements.containsKey(Keys.canonical(value));
  }

  public boolean remove(@Nullable Object value) {
    Object key = Keys.canonical(value);
    boolean there = elements.containsKey(key);
    elements.remove(key);
    return there;
  }

  public void clear() {
    elements.clear();
  }

  public int size() {
    return elements.size();
  }

  public boolean containsAll(PythonSet other) {
    return elements.keySet().containsAll(other.elements.keySet());
  }

  public List<@Nullable Object> toList() {
    return new ArrayList<>(elements.values());
  }

  @Override
  public Iterator<@Nullable Object> iterator() {
    return elements.values().iterator();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PythonSet that && elements.keySet().equals(that.elements.keySet());
  }

  @Override
  public int hashCode() {
    return elements.keySet().hashCode();
  }

  @Override
  public String toString() {
    return Repr.repr(this);
  }
}
