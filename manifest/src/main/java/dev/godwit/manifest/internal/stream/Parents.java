package dev.godwit.manifest.internal.stream;

import dev.godwit.manifest.internal.spec.Component;
import dev.godwit.manifest.internal.spec.DeclarativeStream;
import dev.godwit.manifest.internal.spec.PartitionRouterSpec;
import dev.godwit.manifest.internal.spec.PartitionRouterSpec.CartesianProduct;
import dev.godwit.manifest.internal.spec.PartitionRouterSpec.GroupingPartitionRouter;
import dev.godwit.manifest.internal.spec.PartitionSourceSpec.CustomPartitionRouter;
import dev.godwit.manifest.internal.spec.PartitionSourceSpec.ListPartitionRouter;
import dev.godwit.manifest.internal.spec.PartitionSourceSpec.SubstreamPartitionRouter;
import dev.godwit.manifest.internal.spec.PartitionSourceSpec.UnionPartitionRouter;
import dev.godwit.manifest.internal.spec.StreamTemplateSpec;
import dev.godwit.manifest.internal.spec.StreamTemplateSpec.StateDelegatingStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the streams that other streams read as parents.
final class Parents {
  private Parents() {}

  /// Names of all parents, at any depth.
  static Set<String> of(List<? extends Component> streams) {
    Set<String> names = new HashSet<>();
    for (Component stream : streams) {
      if (stream instanceof DeclarativeStream declared) {
        collect(declared, names);
      }
    }
    return names;
  }

  private static void collect(DeclarativeStream stream, Set<String> names) {
    collect(DeclaredRouter.of(stream.retriever()), names);
  }

  private static void collect(@Nullable PartitionRouterSpec router, Set<String> names) {
    switch (router) {
      case SubstreamPartitionRouter substream ->
          substream.parentStreamConfigs().forEach(parent -> add(parent.stream(), names));
      case CartesianProduct product -> product.routers().forEach(each -> collect(each, names));
      case GroupingPartitionRouter group -> collect(group.underlyingPartitionRouter(), names);
      case UnionPartitionRouter union ->
          union.partitionRouters().forEach(each -> collect(each, names));
      case ListPartitionRouter _ -> {}
      case CustomPartitionRouter _ -> {}
      case null -> {}
    }
  }

  private static void add(StreamTemplateSpec parent, Set<String> names) {
    switch (parent) {
      case DeclarativeStream stream -> {
        names.add(stream.name());
        collect(stream, names);
      }
      case StateDelegatingStream stream -> names.add(stream.name());
    }
  }
}
