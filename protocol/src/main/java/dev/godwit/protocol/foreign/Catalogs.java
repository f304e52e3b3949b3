package dev.godwit.protocol.foreign;

import dev.godwit.core.Generation;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.protocol.message.DestinationSyncMode;
import dev.godwit.protocol.wire.SyncCatalog;
import java.util.List;

/// Plans as configured catalogues of the protocol.
final class Catalogs {
  private Catalogs() {}

  /// What a source reads.
  static SyncCatalog of(List<StreamPlan> plans) {
    return new SyncCatalog(
        plans.stream().map(plan -> entry(plan.read(), plan.generation())).toList());
  }

  /// What a destination writes.
  static SyncCatalog landing(StreamPlan plan) {
    return new SyncCatalog(List.of(entry(plan.stream(), plan.generation())));
  }

  /// What empties a stream of a destination.
  static SyncCatalog emptying(ConfiguredStream stream, Generation generation) {
    return new SyncCatalog(List.of(entry(stream, generation)));
  }

  private static SyncCatalog.Entry entry(ConfiguredStream stream, Generation generation) {
    return new SyncCatalog.Entry(
        stream.stream(),
        stream.syncMode(),
        mode(stream.writeMode(), generation),
        stream.cursorField(),
        stream.primaryKey(),
        null,
        generation.id(),
        generation.minimum(),
        generation.id(),
        null);
  }

  /// Rows without a key that are replaced are said to be overwritten: that is understood by
  /// destinations, too, that know nothing of generations.
  static DestinationSyncMode mode(WriteMode mode, Generation generation) {
    return switch (mode) {
      case APPEND ->
          generation.replaces() ? DestinationSyncMode.OVERWRITE : DestinationSyncMode.APPEND;
      case OVERWRITE -> DestinationSyncMode.OVERWRITE;
      case APPEND_DEDUP, OVERWRITE_DEDUP, HISTORY -> DestinationSyncMode.APPEND_DEDUP;
      case UPDATE -> DestinationSyncMode.UPDATE;
      case SOFT_DELETE -> DestinationSyncMode.SOFT_DELETE;
    };
  }
}
