package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;
import static dev.godwit.manifest.internal.spec.Variable.PARAMETERS;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A router whose partitions can be grouped and united.
public sealed interface PartitionSourceSpec extends PartitionRouterSpec {
  /// One partition per value.
  ///
  /// @param values a list, or a template of one
  record ListPartitionRouter(
      Origin origin,
      @Scope(CONFIG) String cursorField,
      @Scope(CONFIG) TextOrList values,
      @Nullable RequestOption requestOption)
      implements PartitionSourceSpec {}

  /// One partition per row of other streams.
  record SubstreamPartitionRouter(Origin origin, List<ParentStreamConfig> parentStreamConfigs)
      implements PartitionSourceSpec {}

  /// The partitions of several routers, one after the other.
  record UnionPartitionRouter(
      Origin origin,
      @Scope({CONFIG, PARAMETERS}) String partitionField,
      List<PartitionSourceSpec> partitionRouters)
      implements PartitionSourceSpec {}

  /// A router that a class outside the manifest implements.
  @OpenFields
  record CustomPartitionRouter(Origin origin, String className) implements PartitionSourceSpec {}

  /// A stream whose rows are partitions of another.
  ///
  /// @param incrementalDependency whether the parent is read from where the last run ended
  /// @param lazyReadPointer path of child rows inside a parent row; empty when they are not there
  /// @param extraFields paths of values that ride along from the parent row
  record ParentStreamConfig(
      Origin origin,
      StreamTemplateSpec stream,
      String parentKey,
      String partitionField,
      @Nullable RequestOption requestOption,
      @Default("false") boolean incrementalDependency,
      @Scope(CONFIG) @Default("[]") List<String> lazyReadPointer,
      @Scope(CONFIG) @OrEmpty List<List<String>> extraFields)
      implements Component {}
}
