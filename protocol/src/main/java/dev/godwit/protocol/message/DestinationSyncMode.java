package dev.godwit.protocol.message;

import java.util.Locale;

/// How the protocol tells a destination to write.
public enum DestinationSyncMode {
  APPEND,
  OVERWRITE,
  APPEND_DEDUP,
  UPDATE,
  SOFT_DELETE;

  /// The name on the wire: `append_dedup`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
