package dev.godwit.manifest.internal.spec;

import java.util.List;

/// Which partitions a stream is read in.
public sealed interface PartitionRouterSpec extends Component
    permits PartitionRouterSpec.CartesianProduct,
        PartitionRouterSpec.GroupingPartitionRouter,
        PartitionSourceSpec {
  /// Every combination of the partitions of several routers; also of a list of one.
  @FromList("routers")
  record CartesianProduct(Origin origin, List<PartitionRouterSpec> routers)
      implements PartitionRouterSpec {}

  /// Several partitions of another router in one.
  record GroupingPartitionRouter(
      Origin origin,
      int groupSize,
      PartitionSourceSpec underlyingPartitionRouter,
      @Default("true") boolean deduplicate)
      implements PartitionRouterSpec {}
}
