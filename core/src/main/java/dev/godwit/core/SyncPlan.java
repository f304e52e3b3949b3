package dev.godwit.core;

import java.util.List;

/// What a run will do before it does it. A run takes a plan and nothing else.
///
/// @param streams in the order in which they start
public record SyncPlan(Connection connection, List<StreamPlan> streams, Delivery delivery) {
  public SyncPlan {
    streams = List.copyOf(streams);
  }
}
