package dev.godwit.destinations.internal.pgtls;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where libpq keeps what a user has for databases: in the home folder, and on Windows in a folder
/// of its own.
public final class UserFiles {
  private UserFiles() {}

  public static Path passwords(Map<String, String> environment) {
    Path windows = windows(environment);
    return windows == null ? home(environment).resolve(".pgpass") : windows.resolve("pgpass.conf");
  }

  /// A file for TLS, for example `root.crt`.
  static Path tls(String name, Map<String, String> environment) {
    Path windows = windows(environment);
    return windows == null
        ? home(environment).resolve(".postgresql").resolve(name)
        : windows.resolve(name);
  }

  /// A path as a user wrote it; null where it can be none.
  static @Nullable Path named(String path) {
    try {
      return Path.of(path);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static @Nullable Path windows(Map<String, String> environment) {
    String data = environment.getOrDefault("APPDATA", "");
    return data.isEmpty() ? null : Path.of(data, "postgresql");
  }

  private static Path home(Map<String, String> environment) {
    String home = environment.getOrDefault("HOME", "");
    return Path.of(home.isEmpty() ? System.getProperty("user.home", "") : home);
  }
}
