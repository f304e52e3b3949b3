package dev.godwit.storage;

import dev.godwit.core.error.GodwitException;
import java.nio.file.Path;
import java.util.Map;

/// Opens places by what users call them.
public final class Storages {
  private Storages() {}

  /// Opens a place. Nothing is created or asked yet.
  ///
  /// @param place a folder: relative to the working folder, `~` being the home folder
  /// @param variables the environment, where credentials are looked up
  /// @throws GodwitException CONFIG `storage.unknown` when there is no such kind of place
  public static Storage open(String place, Map<String, String> variables) {
    if (place.isBlank()) {
      throw GodwitException.config("storage.no-place", "The destination names no folder.")
          .hint("Name a folder, for example parquet:data/shop.");
    }
    if (place.matches("[a-z0-9]{2,}://.*")) {
      throw GodwitException.config(
          "storage.unknown", "There is no storage '" + place.replaceFirst(":.*", "") + "'.");
    }
    String home = System.getProperty("user.home", "");
    boolean atHome = place.equals("~") || place.startsWith("~/");
    return new LocalFolder(
        Path.of(atHome ? home + place.substring(1) : place).toAbsolutePath().normalize());
  }
}
