package dev.godwit.storage.bucket;

import dev.godwit.core.error.GodwitException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds out whether a bucket can be written to, and whether its store keeps conditions: one that
/// ignores them would let two syncs overwrite each other's work without a word.
final class Conditions {
  private final Bucket bucket;
  private final Address address;
  private boolean kept;

  /// @param kept whether the store is known to keep conditions
  Conditions(Bucket bucket, Address address, boolean kept) {
    this.bucket = bucket;
    this.address = address;
    this.kept = kept;
  }

  /// Returns once it is sure that conditions are kept.
  ///
  /// @throws GodwitException CONFIG `storage.no-conditions` when they are not
  synchronized void ensure() {
    if (!kept) {
      probe();
    }
  }

  /// Writes an object and removes it.
  synchronized void probe() {
    String key = address.key("_godwit/check-" + UUID.randomUUID());
    String version = put(key, null);
    try {
      if (version == null || !(kept || areKept(key, version))) {
        throw notKept();
      }
      kept = true;
    } finally {
      bucket.delete(List.of(key));
    }
  }

  /// Replaces the version that is there, and then tries what must not succeed.
  private boolean areKept(String key, String version) {
    return put(key, version) != null && put(key, null) == null && put(key, version) == null;
  }

  private @Nullable String put(String key, @Nullable String replaced) {
    String mark = UUID.randomUUID().toString();
    return bucket.put(key, mark.getBytes(StandardCharsets.US_ASCII), replaced, mark);
  }

  private GodwitException notKept() {
    return GodwitException.config(
            "storage.no-conditions",
            "The store of " + address + " does not keep the conditions of conditional writes.")
        .hint("Two syncs could overwrite each other's work. Take a store or a version that does.");
  }
}
