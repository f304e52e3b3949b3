package dev.godwit.protocol.foreign;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.CursorRange;
import dev.godwit.core.StoredStream;
import dev.godwit.core.StreamMemory;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.StreamName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Remembers streams as long as a test runs.
final class Remembered implements StreamMemory {
  private final Map<StreamName, StoredStream> stored = new ConcurrentHashMap<>();
  private final List<Checkpoint> kept = new ArrayList<>();

  List<Checkpoint> kept() {
    return kept;
  }

  @Override
  public StoredStream stored(StreamName stream) {
    return stored.getOrDefault(stream, StoredStream.NONE);
  }

  @Override
  public @Nullable StreamState backfill(StreamName stream, CursorRange range) {
    return null;
  }

  @Override
  public List<StreamName> streams() {
    return List.copyOf(stored.keySet());
  }

  @Override
  public synchronized void keep(StreamPlan plan, Checkpoint checkpoint) {
    kept.add(checkpoint);
    stored.put(plan.name(), new StoredStream(checkpoint.state(), plan.generation().id(), null));
  }

  @Override
  public void forget(StreamName stream) {
    stored.put(stream, new StoredStream(null, stored(stream).generation() + 1, null));
  }
}
