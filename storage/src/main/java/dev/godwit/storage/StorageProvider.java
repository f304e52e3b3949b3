package dev.godwit.storage;

import java.util.Map;
import java.util.Set;

/// Opens places of one kind. Found with {@link java.util.ServiceLoader}, so that the library of a
/// cloud is loaded only when somebody names such a place.
public interface StorageProvider {
  /// How addresses of such places begin, before `://`.
  Set<String> schemes();

  /// Opens a place. Nothing is created or asked yet.
  ///
  /// @param place the address, with its scheme
  /// @param variables the environment, where credentials are looked up
  Storage open(String place, Map<String, String> variables);
}
