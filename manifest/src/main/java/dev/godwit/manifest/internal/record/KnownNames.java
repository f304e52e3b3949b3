package dev.godwit.manifest.internal.record;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// Remembers what names become, since rows have the same ones again and again. Bounded;
/// thread-safe.
final class KnownNames implements UnaryOperator<String> {
  private static final int MOST = 4096;

  private final UnaryOperator<String> rename;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  /// @param rename always gives the same for the same name
  KnownNames(UnaryOperator<String> rename) {
    this.rename = rename;
  }

  @Override
  public String apply(String name) {
    String before = known.get(name);
    if (before != null) {
      return before;
    }
    String renamed = rename.apply(name);
    if (known.size() < MOST) {
      known.put(name, renamed);
    }
    return renamed;
  }
}
