package dev.godwit.manifest.internal.stream;

import dev.godwit.manifest.internal.bind.ManifestBinder;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.spec.PartitionRouterSpec;
import dev.godwit.manifest.internal.spec.RetrieverSpec;
import dev.godwit.manifest.internal.spec.SynchronousRetrieverSpec.CustomRetriever;
import org.jspecify.annotations.Nullable;

/// What cuts a stream into partitions. A retriever of a class may say so like any other, in one of
/// its open fields.
final class DeclaredRouter {
  private static final String FIELD = "partition_router";

  private DeclaredRouter() {}

  /// The router of a retriever; null where it has none.
  ///
  /// @throws dev.godwit.core.error.GodwitException CONFIG where the field holds something else
  static @Nullable PartitionRouterSpec of(RetrieverSpec retriever) {
    return retriever instanceof CustomRetriever custom
            && custom.origin().node().field(FIELD) instanceof ObjectNode router
        ? ManifestBinder.bind(
                router, PartitionRouterSpec.class, custom.origin().path() + "." + FIELD)
            .value()
        : retriever.partitionRouter();
  }
}
