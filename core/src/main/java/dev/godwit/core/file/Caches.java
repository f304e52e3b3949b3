package dev.godwit.core.file;

import java.nio.file.Path;
import java.util.Map;

/// Where a user's caches lie.
public final class Caches {
  private Caches() {}

  /// A folder for one kind of thing: below `XDG_CACHE_HOME` where that is an absolute path, else
  /// below `.cache` of the user's home. It need not be there.
  ///
  /// @param variables the environment
  /// @param kind for example `registry`
  public static Path folder(Map<String, String> variables, String kind) {
    Path named = Path.of(variables.getOrDefault("XDG_CACHE_HOME", ""));
    String home = variables.getOrDefault("HOME", System.getProperty("user.home"));
    Path caches = named.isAbsolute() ? named : Path.of(home, ".cache");
    return caches.resolve("godwit").resolve(kind);
  }
}
