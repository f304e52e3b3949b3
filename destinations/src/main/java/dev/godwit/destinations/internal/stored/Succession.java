package dev.godwit.destinations.internal.stored;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.StoredStream;
import dev.godwit.core.StoredStream.Unfinished;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is stored about a stream after a commit.
public final class Succession {
  private Succession() {}

  /// A checkpoint without state has nothing new to store; only a replacement makes the old state
  /// void.
  public static StoredStream after(
      StreamPlan plan, StoredStream before, Checkpoint checkpoint, Instant now) {
    StreamState state = checkpoint.state();
    boolean replaces = plan.generation().replaces();
    if (replaces && checkpoint.extent() == Extent.PARTIAL) {
      return new StoredStream(
          before.state(),
          before.generation(),
          unfinished(plan, before.unfinished(), state, now),
          before.shape(),
          before.damage());
    }
    boolean keeps = state == null && !replaces;
    return new StoredStream(
        keeps ? before.state() : state, plan.generation().id(), null, plan.schema().shape());
  }

  private static @Nullable Unfinished unfinished(
      StreamPlan plan, @Nullable Unfinished before, @Nullable StreamState state, Instant now) {
    if (state == null) {
      return null;
    }
    long generation = plan.generation().id();
    return new Unfinished(
        generation,
        plan.stream().syncMode(),
        plan.stream().writeMode(),
        state,
        before != null && before.generation() == generation ? before.begun() : now);
  }
}
