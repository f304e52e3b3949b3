package dev.godwit.protocol;

import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.sync.SyncEvent;
import dev.godwit.core.sync.SyncListener;
import dev.godwit.protocol.Messages.StreamStatus;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Traces how far each stream has come, and what failed.
final class StreamStatuses implements SyncListener {
  private final MessageWriter out;
  private final Clock clock;
  private final Set<StreamName> running = ConcurrentHashMap.newKeySet();
  private final Set<StreamName> ended = ConcurrentHashMap.newKeySet();

  StreamStatuses(MessageWriter out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /// Never throws: an output that is broken stays so, and fails the writers of the streams and the
  /// command.
  @Override
  public void on(SyncEvent event) {
    try {
      print(event);
    } catch (GodwitException nobodyReads) {
      // The writer of messages remembers it.
    }
  }

  private void print(SyncEvent event) {
    switch (event) {
      case SyncEvent.StreamStarted started -> status(started.stream(), StreamStatus.STARTED);
      case SyncEvent.RateLimited limited ->
          out.write(Messages.rateLimited(limited.stream(), clock.millis()));
      case SyncEvent.SliceFailed failed ->
          out.write(Messages.error(failed.error(), failed.stream(), clock.millis()));
      case SyncEvent.ReadingEnded reading -> end(reading.stream(), reading.extent());
      case SyncEvent.StreamEnded stream ->
          end(stream.stream(), stream.error() == null ? Extent.COMPLETE : Extent.PARTIAL);
      case SyncEvent.RowsRead _ -> {}
      case SyncEvent.Committed _ -> {}
    }
  }

  /// Told before the first row of a stream.
  void running(StreamName stream) {
    if (running.add(stream)) {
      status(stream, StreamStatus.RUNNING);
    }
  }

  private void end(StreamName stream, Extent extent) {
    if (ended.add(stream)) {
      status(
          stream,
          switch (extent) {
            case COMPLETE -> StreamStatus.COMPLETE;
            case PARTIAL -> StreamStatus.INCOMPLETE;
          });
    }
  }

  private void status(StreamName stream, StreamStatus status) {
    out.write(Messages.streamStatus(stream, status, clock.millis()));
  }
}
