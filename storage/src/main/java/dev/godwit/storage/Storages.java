package dev.godwit.storage;

import dev.godwit.core.error.GodwitException;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Opens places by what users call them.
public final class Storages {
  private static final Pattern ADDRESS = Pattern.compile("([a-z][a-z0-9+.-]+)://.*");

  private Storages() {}

  /// Opens a place. Nothing is created or asked yet.
  ///
  /// @param place a folder, relative to the working folder, `~` being the home folder; or a part of
  ///   a bucket such as `s3://bucket/shop`
  /// @param variables the environment, where credentials are looked up
  /// @throws GodwitException CONFIG `storage.unknown` when there is no such kind of place, CONFIG
  ///   `storage.address` when an address is wrong or holds a secret
  public static Storage open(String place, Map<String, String> variables) {
    if (place.isBlank()) {
      throw GodwitException.config("storage.no-place", "The destination names no folder.")
          .hint("Name a folder, for example parquet:data/shop.");
    }
    Matcher address = ADDRESS.matcher(place);
    if (address.matches()) {
      return provider(address.group(1)).open(place, variables);
    }
    return LocalFolder.open(place);
  }

  private static StorageProvider provider(String scheme) {
    TreeSet<String> known = new TreeSet<>();
    for (StorageProvider provider : ServiceLoader.load(StorageProvider.class)) {
      if (provider.schemes().contains(scheme)) {
        return provider;
      }
      known.addAll(provider.schemes());
    }
    throw GodwitException.config("storage.unknown", "There is no storage '" + scheme + "'.")
        .hint("Name a folder, or an address that begins with one of " + known + ".");
  }
}
