package dev.godwit.cli.progress;

import dev.godwit.core.Traffic;
import java.time.Duration;
import java.util.List;

/// How far a sync has come. Immutable.
///
/// @param streams in the order of the plan
record SyncProgress(List<StreamProgress> streams, Duration elapsed) {
  SyncProgress {
    streams = List.copyOf(streams);
  }

  long rows() {
    return streams.stream().mapToLong(StreamProgress::rows).sum();
  }

  /// Rows a second over the last ten seconds.
  long rate() {
    return streams.stream().mapToLong(StreamProgress::rate).sum();
  }

  Traffic traffic() {
    return streams.stream().map(StreamProgress::traffic).reduce(Traffic.NONE, Traffic::plus);
  }

  long over() {
    return streams.stream().filter(stream -> stream.phase().isOver()).count();
  }

  List<StreamProgress> active() {
    return streams.stream().filter(stream -> stream.phase().isActive()).toList();
  }
}
