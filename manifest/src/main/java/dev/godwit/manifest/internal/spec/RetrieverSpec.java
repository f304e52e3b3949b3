package dev.godwit.manifest.internal.spec;

import org.jspecify.annotations.Nullable;

/// How the rows of a stream are fetched.
public sealed interface RetrieverSpec extends Component
    permits AsyncRetriever, SynchronousRetrieverSpec {
  /// What cuts the stream into partitions; null for a stream that is one.
  default @Nullable PartitionRouterSpec partitionRouter() {
    return null;
  }
}
