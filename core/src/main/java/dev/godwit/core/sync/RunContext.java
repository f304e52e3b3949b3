package dev.godwit.core.sync;

import dev.godwit.core.Destination;
import dev.godwit.core.Source;
import dev.godwit.core.time.Sleeper;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/// What all streams of a run share.
///
/// @param slices permits for slices that are read at once
record RunContext(
    Source source,
    Destination destination,
    SyncListener listener,
    RunPolicy policy,
    Sleeper sleeper,
    Semaphore slices,
    BooleanSupplier cancelled) {
  boolean isCancelled() {
    return cancelled.getAsBoolean();
  }
}
