package dev.godwit.manifest.internal.stream;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.spec.ContentDecoderSpec.JsonDecoder;
import dev.godwit.manifest.internal.spec.DatetimeBasedCursor;
import dev.godwit.manifest.internal.spec.DeclarativeStream;
import dev.godwit.manifest.internal.spec.Origin;
import dev.godwit.manifest.internal.spec.PartitionSourceSpec.SubstreamPartitionRouter;
import dev.godwit.manifest.internal.spec.SimpleRetriever;

/// Refuses what does not go together with rows that stand in the rows of a parent: such a row has
/// one page of them, in JSON.
final class EmbeddingChecks {
  private EmbeddingChecks() {}

  static void check(DeclarativeStream stream, SimpleRetriever spec) {
    if (!(spec.partitionRouter() instanceof SubstreamPartitionRouter router)
        || router.parentStreamConfigs().stream()
            .allMatch(parent -> parent.lazyReadPointer().isEmpty())) {
      return;
    }
    if (spec.pageSizeReduction() != null) {
      throw refuse(spec.pageSizeReduction().origin(), "page_size_reduction");
    }
    if (spec.requestWindowSplitting() != null) {
      throw refuse(spec.requestWindowSplitting().origin(), "request_window_splitting");
    }
    if (spec.decoder() != null && !(spec.decoder() instanceof JsonDecoder)) {
      throw refuse(spec.decoder().origin(), "a decoder other than JsonDecoder");
    }
    if (stream.incrementalSync() instanceof DatetimeBasedCursor cursor && cursor.step() != null) {
      throw refuse(cursor.origin(), "a cursor with a step");
    }
  }

  private static GodwitException refuse(Origin origin, String what) {
    return GodwitException.config(
            "manifest.lazy-read", "lazy_read_pointer of a parent does not go with " + what + ".")
        .at(origin.place());
  }
}
