package dev.godwit.core.sync;

import dev.godwit.core.Delivery;
import dev.godwit.core.Destination;
import dev.godwit.core.RunEntry;
import dev.godwit.core.error.GodwitException;
import java.util.List;
import java.util.UUID;

/// Leaves a trace of a run where its rows went.
final class RunHistory {
  private RunHistory() {}

  /// Has the destination remember what became of the streams.
  ///
  /// @return what people should know when it could not: rows and states are safe all the same
  static List<String> remember(
      List<StreamReport> streams, Delivery delivery, Destination destination) {
    String run = UUID.randomUUID().toString();
    try {
      destination.remember(streams.stream().map(stream -> entry(run, stream, delivery)).toList());
      return List.of();
    } catch (GodwitException e) {
      return List.of("the run could not be noted in the destination: " + e.message());
    }
  }

  private static RunEntry entry(String run, StreamReport stream, Delivery delivery) {
    GodwitException error = stream.error();
    return new RunEntry(
        run,
        stream.plan(),
        delivery,
        stream.attempts(),
        stream.rows(),
        stream.traffic(),
        stream.duration(),
        stream.stateAfter(),
        error == null ? "succeeded" : error.code(),
        error == null ? null : error.message(),
        stream.warnings());
  }
}
