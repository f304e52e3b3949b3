package dev.godwit.protocol.foreign;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.core.StreamReader;
import dev.godwit.core.StreamState;
import dev.godwit.core.Traffic;
import dev.godwit.core.catalog.StreamName;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Reads one stream of a process. What lies between two states of the connector is a slice, so rows
/// and the state that covers them are committed together.
final class LaneReader implements StreamReader {
  private final StreamName stream;
  private final Lane lane;
  private final ReadProcess process;

  /// The states that ended slices, by number of the slice.
  private final Map<Long, StreamState> states = new ConcurrentHashMap<>();

  /// Free while no slice is read: the connector says one thing after the other.
  private final Semaphore turn = new Semaphore(1);

  private final LongAdder bytes = new LongAdder();
  private long slices;
  private Lane.@Nullable Item upcoming;
  private volatile boolean left;
  private @Nullable StreamState state;

  LaneReader(StreamName stream, Lane lane, ReadProcess process) {
    this.stream = stream;
    this.lane = lane;
    this.process = process;
  }

  @Override
  public @Nullable Slice nextSlice() throws InterruptedException {
    turn.acquire();
    if (left) {
      return null;
    }
    Lane.Item first = next();
    upcoming = first;
    if (first instanceof Lane.Item.End end) {
      if (end.error() != null) {
        throw end.error();
      }
      return null;
    }
    return new Slice(stream, slices++, Map.of(), Map.of(), Map.of());
  }

  /// What comes next. An end stays. For whoever has the turn.
  private Lane.Item next() throws InterruptedException {
    Lane.Item next = upcoming == null ? lane.take() : upcoming;
    upcoming = next instanceof Lane.Item.End ? next : null;
    return next;
  }

  @Override
  public SliceReader open(Slice slice) {
    return new UpToState(slice);
  }

  /// Rows up to the next state. Who stops before it has enough of the stream.
  private final class UpToState implements SliceReader {
    private final Slice slice;
    private boolean done;

    UpToState(Slice slice) {
      this.slice = slice;
    }

    @Override
    public @Nullable RecordBatch next() throws InterruptedException {
      return switch (LaneReader.this.next()) {
        case Lane.Item.Rows rows -> {
          bytes.add(rows.rows().bytes());
          yield rows.rows().in(slice);
        }
        case Lane.Item.State reached -> {
          if (reached.state() != null) {
            states.put(slice.number(), reached.state());
          }
          done = true;
          yield null;
        }
        case Lane.Item.End end -> {
          if (end.error() != null) {
            throw end.error();
          }
          done = true;
          yield null;
        }
      };
    }

    @Override
    public void close() {
      left |= !done;
      turn.release();
    }
  }

  @Override
  public void finish(Slice slice) {
    StreamState reached = states.remove(slice.number());
    if (reached != null) {
      state = reached;
    }
  }

  @Override
  public @Nullable StreamState state() {
    return state;
  }

  @Override
  public Duration stateInterval() {
    return Duration.ZERO;
  }

  @Override
  public @Nullable StreamState end(Checkpoint.Extent extent) {
    return state;
  }

  @Override
  public Traffic traffic() {
    return new Traffic(0, 0, bytes.sum(), bytes.sum(), Duration.ZERO);
  }

  @Override
  public Object signOfLife() {
    return process.beats();
  }

  @Override
  public void onRateLimit(Runnable listener) {
    process.onRateLimit(stream, listener);
  }

  @Override
  public void close() {
    process.leave(stream);
  }
}
