package dev.godwit.core;

import dev.godwit.core.catalog.StreamName;
import java.util.List;

/// What a run will do before it does it. A run takes a plan and nothing else.
///
/// @param streams in the order in which they start
/// @param leftOut new streams that the policy leaves out
/// @param warnings what people should know beforehand
public record SyncPlan(
    Connection connection,
    List<StreamPlan> streams,
    Delivery delivery,
    List<StreamName> leftOut,
    List<String> warnings) {
  public SyncPlan {
    streams = List.copyOf(streams);
    leftOut = List.copyOf(leftOut);
    warnings = List.copyOf(warnings);
  }

  /// A plan that leaves no stream out, without warnings.
  public SyncPlan(Connection connection, List<StreamPlan> streams, Delivery delivery) {
    this(connection, streams, delivery, List.of(), List.of());
  }
}
