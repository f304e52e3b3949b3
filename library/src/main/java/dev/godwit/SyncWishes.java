package dev.godwit;

import dev.godwit.core.CursorRange;
import dev.godwit.core.Destination;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.schema.Acceptance;
import dev.godwit.core.sync.Refresh;
import dev.godwit.core.sync.RunPolicy;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// How a sync is to be done, apart from what it moves.
///
/// @param refresh decided when the write mode is known, in whatever order both are asked for
/// @param adapter puts something in the place of the destination
/// @param range the stretch that is read again; null for a usual sync
/// @param accepted changes of schemas that somebody has agreed to
/// @param requirement throws where a sync that is ready to run must not run
record SyncWishes(
    Function<@Nullable WriteMode, Refresh> refresh,
    RunPolicy policy,
    UnaryOperator<Destination> adapter,
    @Nullable CursorRange range,
    Acceptance accepted,
    Consumer<OpenSync> requirement) {
  static final SyncWishes USUAL =
      new SyncWishes(
          mode -> Refresh.NONE,
          RunPolicy.USUAL,
          UnaryOperator.identity(),
          null,
          Acceptance.NONE,
          _ -> {});

  SyncWishes with(Refresh other) {
    return refreshing(mode -> other);
  }

  SyncWishes refreshing(Function<@Nullable WriteMode, Refresh> other) {
    return new SyncWishes(other, policy, adapter, range, accepted, requirement);
  }

  SyncWishes with(RunPolicy other) {
    return new SyncWishes(refresh, other, adapter, range, accepted, requirement);
  }

  SyncWishes with(UnaryOperator<Destination> other) {
    return new SyncWishes(refresh, policy, other, range, accepted, requirement);
  }

  SyncWishes with(CursorRange stretch) {
    return new SyncWishes(mode -> Refresh.NONE, policy, adapter, stretch, accepted, requirement);
  }

  SyncWishes with(Acceptance other) {
    return new SyncWishes(refresh, policy, adapter, range, other, requirement);
  }

  SyncWishes onlyIf(Consumer<OpenSync> other) {
    return new SyncWishes(refresh, policy, adapter, range, accepted, other);
  }
}
