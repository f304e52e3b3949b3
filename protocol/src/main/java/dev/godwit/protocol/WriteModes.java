package dev.godwit.protocol;

import dev.godwit.core.catalog.WriteMode;
import dev.godwit.protocol.message.DestinationSyncMode;
import java.util.Optional;

/// How the protocol calls the ways to write.
final class WriteModes {
  private WriteModes() {}

  /// The protocol's mode; empty for those that it does not have.
  static Optional<DestinationSyncMode> wire(WriteMode mode) {
    return switch (mode) {
      case APPEND -> Optional.of(DestinationSyncMode.APPEND);
      case OVERWRITE -> Optional.of(DestinationSyncMode.OVERWRITE);
      case APPEND_DEDUP -> Optional.of(DestinationSyncMode.APPEND_DEDUP);
      case UPDATE -> Optional.of(DestinationSyncMode.UPDATE);
      case SOFT_DELETE -> Optional.of(DestinationSyncMode.SOFT_DELETE);
      case OVERWRITE_DEDUP, HISTORY -> Optional.empty();
    };
  }
}
