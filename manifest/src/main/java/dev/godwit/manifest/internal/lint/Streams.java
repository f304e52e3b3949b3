package dev.godwit.manifest.internal.lint;

import dev.godwit.manifest.internal.spec.AddedFieldDefinition;
import dev.godwit.manifest.internal.spec.Component;
import dev.godwit.manifest.internal.spec.DeclarativeStream;
import dev.godwit.manifest.internal.spec.IncrementalSyncSpec.IncrementingCountCursor;
import dev.godwit.manifest.internal.spec.PartitionRouterSpec;
import dev.godwit.manifest.internal.spec.PartitionSourceSpec;
import dev.godwit.manifest.internal.spec.PartitionSourceSpec.ParentStreamConfig;
import dev.godwit.manifest.internal.spec.PrimaryKey;
import dev.godwit.manifest.internal.spec.SimpleRetriever;
import dev.godwit.manifest.internal.spec.StateMigrationSpec.LegacyToPerPartitionStateMigration;
import dev.godwit.manifest.internal.spec.StreamTemplateSpec.StateDelegatingStream;
import org.jspecify.annotations.Nullable;

/// Streams whose parts do not go together.
final class Streams implements Rule.OfComponent {
  @Override
  public void check(Component component, Findings findings) {
    if (component instanceof DeclarativeStream stream) {
      checkKey(stream, findings);
      checkRouter(stream, findings);
    } else if (component instanceof StateDelegatingStream pair
        && !(pair.name().equals(pair.fullRefreshStream().name())
            && pair.name().equals(pair.incrementalStream().name()))) {
      findings.inconsistent(pair.origin(), "name", "both streams need the name " + pair.name());
    } else if (component instanceof AddedFieldDefinition added && added.path().isEmpty()) {
      findings.inconsistent(added.origin(), "path", "a field to add needs a path");
    } else if (component instanceof ParentStreamConfig parent
        && parent.lazyReadPointer().stream().anyMatch(step -> step.contains("*"))) {
      findings.inconsistent(
          parent.origin(), "lazy_read_pointer", "lazy_read_pointer takes no wildcards");
    }
  }

  private static void checkKey(DeclarativeStream stream, Findings findings) {
    PrimaryKey key = stream.primaryKey();
    if (key != null && key.paths().stream().anyMatch(path -> path.size() != 1)) {
      findings.inconsistent(
          stream.origin(), "primary_key", "a primary key cannot lie inside an object");
    }
  }

  private static void checkRouter(DeclarativeStream stream, Findings findings) {
    if (!(stream.retriever() instanceof SimpleRetriever retriever)) {
      return;
    }
    PartitionRouterSpec router = retriever.partitionRouter();
    if (router != null && stream.incrementalSync() instanceof IncrementingCountCursor) {
      findings.inconsistent(
          stream.origin(),
          "incremental_sync",
          "an IncrementingCountCursor and a partition router exclude each other");
    }
    boolean migrates =
        stream.stateMigrations().stream()
            .anyMatch(LegacyToPerPartitionStateMigration.class::isInstance);
    if (migrates && !hasParents(router)) {
      findings.inconsistent(
          stream.origin(),
          "state_migrations",
          "LegacyToPerPartitionStateMigration needs a partition router with parent streams");
    }
  }

  private static boolean hasParents(@Nullable PartitionRouterSpec router) {
    return router instanceof PartitionSourceSpec.SubstreamPartitionRouter
        || router instanceof PartitionSourceSpec.UnionPartitionRouter
        || router instanceof PartitionSourceSpec.CustomPartitionRouter;
  }
}
