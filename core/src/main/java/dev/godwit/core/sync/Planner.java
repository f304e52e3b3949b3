package dev.godwit.core.sync;

import dev.godwit.core.Connection;
import dev.godwit.core.Destination;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.SyncMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides what a run will do. Changes nothing.
public final class Planner {
  private Planner() {}

  /// Incremental streams go on from the state that was committed with their rows; the others start
  /// at the beginning.
  public static SyncPlan plan(Connection connection, Destination destination) {
    List<StreamPlan> streams =
        connection.catalog().streams().stream()
            .map(stream -> new StreamPlan(stream, stateOf(stream, destination)))
            .toList();
    return new SyncPlan(connection, streams, destination.delivery());
  }

  private static @Nullable StreamState stateOf(ConfiguredStream stream, Destination destination) {
    return stream.syncMode() == SyncMode.INCREMENTAL ? destination.state(stream.name()) : null;
  }
}
