package dev.godwit.manifest.internal.slice;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.component.HostedComponent;
import dev.godwit.manifest.internal.custom.CustomParts;
import dev.godwit.manifest.internal.document.Node.ListNode;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.document.Node.ScalarNode;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.spec.DeclarativeStream;
import dev.godwit.manifest.internal.spec.IncrementalSyncSpec;
import dev.godwit.manifest.internal.spec.PartitionRouterSpec;
import dev.godwit.manifest.internal.spec.PartitionSourceSpec.CustomPartitionRouter;
import dev.godwit.manifest.internal.spec.PartitionSourceSpec.ListPartitionRouter;
import dev.godwit.manifest.internal.spec.PartitionSourceSpec.SubstreamPartitionRouter;
import dev.godwit.manifest.internal.spec.PartitionSourceSpec.UnionPartitionRouter;
import dev.godwit.manifest.internal.spec.StateMigrationSpec;
import dev.godwit.manifest.internal.spec.StateMigrationSpec.CustomStateMigration;
import dev.godwit.manifest.internal.spec.StateMigrationSpec.LegacyToPerPartitionStateMigration;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes the migrations of a stream's state, in the order in which they are applied.
public final class MigrationCompiler {
  private final Scope scope;

  public MigrationCompiler(Scope scope) {
    this.scope = scope;
  }

  /// Makes all migrations of a stream.
  ///
  /// @param router of the stream; null where it has none
  public List<StateMigration> compile(
      DeclarativeStream stream, @Nullable PartitionRouterSpec router) {
    return stream.stateMigrations().stream()
        .map(migration -> compile(migration, stream, router))
        .toList();
  }

  private StateMigration compile(
      StateMigrationSpec spec, DeclarativeStream stream, @Nullable PartitionRouterSpec router) {
    return switch (spec) {
      case LegacyToPerPartitionStateMigration legacy -> legacy(legacy, stream, router);
      case CustomStateMigration custom -> hosted(CustomParts.of(custom, custom.className()));
    };
  }

  private static StateMigration hosted(HostedComponent migration) {
    return state -> migration.call("migrate", Map.of("state", state), new byte[0]).object();
  }

  private StateMigration legacy(
      LegacyToPerPartitionStateMigration spec,
      DeclarativeStream stream,
      @Nullable PartitionRouterSpec router) {
    IncrementalSyncSpec cursor = stream.incrementalSync();
    if (cursor == null) {
      throw misplaced(spec, "incremental_sync");
    }
    String cursorField = text(cursor.cursorField(), stream);
    return switch (router) {
      case UnionPartitionRouter union ->
          new LegacyPartitions(text(union.partitionField(), stream), cursorField);
      case SubstreamPartitionRouter substream -> {
        String field = text(substream.parentStreamConfigs().getFirst().partitionField(), stream);
        boolean single = substream.parentStreamConfigs().size() == 1;
        yield single ? new LegacyPartitions(field, cursorField) : StateMigration.NONE;
      }
      case CustomPartitionRouter custom -> ofClass(spec, custom, cursorField, stream);
      case ListPartitionRouter _ -> throw misplaced(spec, "a router over parent streams");
      case PartitionRouterSpec.CartesianProduct _ ->
          throw misplaced(spec, "a single router over parent streams");
      case PartitionRouterSpec.GroupingPartitionRouter _ ->
          throw misplaced(spec, "a router over parent streams without groups");
      case null -> throw misplaced(spec, "a router over parent streams");
    };
  }

  /// A router of a class names its parents in open fields, as other routers do in theirs.
  private StateMigration ofClass(
      StateMigrationSpec spec,
      CustomPartitionRouter router,
      String cursorField,
      DeclarativeStream stream) {
    if (router.origin().node().field("parent_stream_configs") instanceof ListNode(_, var parents)
        && parents.getFirst() instanceof ObjectNode parent
        && parent.field("partition_field") instanceof ScalarNode(_, String field)) {
      return parents.size() == 1
          ? new LegacyPartitions(text(field, stream), cursorField)
          : StateMigration.NONE;
    }
    throw misplaced(spec, "a router with parent_stream_configs and their partition_field");
  }

  private static GodwitException misplaced(StateMigrationSpec spec, String needed) {
    return GodwitException.config(
            "manifest.state-migration",
            "LegacyToPerPartitionStateMigration needs " + needed + " in its stream.")
        .at(spec.origin().place());
  }

  /// With the stream's parameters, as the reference evaluates both names.
  private String text(String template, DeclarativeStream stream) {
    return Repr.str(InterpolatedString.of(template, stream.origin().parameters()).eval(scope));
  }
}
