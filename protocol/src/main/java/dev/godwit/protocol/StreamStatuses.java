package dev.godwit.protocol;

import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.sync.SyncEvent;
import dev.godwit.core.sync.SyncListener;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.message.StatusReason;
import dev.godwit.protocol.message.StreamProgress;
import dev.godwit.protocol.wire.MessageWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Traces how far each stream has come, and what failed.
final class StreamStatuses implements SyncListener {
  private final MessageWriter out;
  private final Clock clock;
  private final ReadLog log;
  private final Map<StreamName, LongAdder> rows = new ConcurrentHashMap<>();
  private final Set<StreamName> running = ConcurrentHashMap.newKeySet();
  private final Set<StreamName> ended = ConcurrentHashMap.newKeySet();

  StreamStatuses(MessageWriter out, Clock clock) {
    this.out = out;
    this.clock = clock;
    this.log = new ReadLog(out);
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
      case SyncEvent.StreamStarted started -> {
        log.started(started.stream());
        status(started.stream(), StreamProgress.STARTED);
      }
      case SyncEvent.RateLimited limited -> rateLimited(limited.stream());
      case SyncEvent.SliceFailed failed -> {
        log.failed(failed.stream(), failed.error());
        out.write(Message.Failure.of(failed.error(), failed.stream(), clock.millis()));
      }
      case SyncEvent.ReadingEnded reading -> end(reading.stream(), reading.extent());
      case SyncEvent.StreamEnded stream ->
          end(stream.stream(), stream.error() == null ? Extent.COMPLETE : Extent.PARTIAL);
      case SyncEvent.RowsRead read -> rows(read.stream()).add(read.rows());
      case SyncEvent.Paused _, SyncEvent.Committed _, SyncEvent.Retrying _, SyncEvent.Warned _ -> {}
    }
  }

  /// Told before the first row of a stream.
  void running(StreamName stream) {
    if (running.add(stream)) {
      log.running(stream);
      status(stream, StreamProgress.RUNNING);
    }
  }

  private void end(StreamName stream, Extent extent) {
    if (ended.add(stream)) {
      log.ended(stream, rows(stream).sum());
      status(
          stream,
          switch (extent) {
            case COMPLETE -> StreamProgress.COMPLETE;
            case PARTIAL -> StreamProgress.INCOMPLETE;
          });
    }
  }

  private LongAdder rows(StreamName stream) {
    return rows.computeIfAbsent(stream, name -> new LongAdder());
  }

  /// A stream that is running, but waits.
  private void rateLimited(StreamName stream) {
    List<StatusReason> reasons = List.of(new StatusReason.RateLimited(null));
    out.write(new Message.StreamStatus(stream, StreamProgress.RUNNING, reasons, clock.millis()));
  }

  private void status(StreamName stream, StreamProgress progress) {
    out.write(Message.StreamStatus.of(stream, progress, clock.millis()));
  }
}
