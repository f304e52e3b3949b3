package dev.godwit.core.sync;

import dev.godwit.core.Connection;
import dev.godwit.core.Destination;
import dev.godwit.core.Generation;
import dev.godwit.core.Source;
import dev.godwit.core.StreamMapping;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamRules;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.catalog.ConfiguredCatalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Runs all streams of a source.
final class Sync {
  private Sync() {}

  static SyncReport run(Source source, Destination destination) {
    return of(source, destination).run();
  }

  static SyncRun of(Source source, Destination destination) {
    return of(source, destination, WriteMode.APPEND, SyncListener.SILENT);
  }

  static SyncRun of(Source source, Destination destination, WriteMode mode, SyncListener listener) {
    List<ConfiguredStream> streams =
        source.discover().streams().stream().map(stream -> configured(stream, mode)).toList();
    return new SyncRun(plan(destination, streams), source, destination, listener);
  }

  /// Runs all streams of a source with the same mapping.
  static SyncReport run(Source source, Destination destination, StreamMapping mapping) {
    List<StreamPlan> plans =
        source.discover().streams().stream()
            .map(stream ->
                new StreamPlan(configured(stream, WriteMode.APPEND), Generation.keeping(0), null))
            .map(plan -> plan.with(StreamRules.NONE.with(mapping), plan.schema()))
            .toList();
    Connection connection =
        new Connection("test", "memory", "memory", new ConfiguredCatalog(List.of()));
    return new SyncRun(
            new SyncPlan(connection, plans, destination.delivery()),
            source,
            destination,
            SyncListener.SILENT)
        .run();
  }

  static SyncPlan plan(Destination destination, List<ConfiguredStream> streams) {
    return new Planner(
            new Connection("test", "memory", "memory", new ConfiguredCatalog(streams)),
            destination,
            Instant.EPOCH)
        .plan(Refresh.NONE);
  }

  static ConfiguredStream configured(Stream stream, WriteMode mode) {
    return new ConfiguredStream(stream, SyncMode.INCREMENTAL, mode, List.of(), List.of());
  }

  /// Gives the turn to another thread, so that waiting for one does not keep it from running.
  @SuppressWarnings("ThreadPriorityCheck")
  static void letOthersRun() {
    Thread.yield();
  }

  /// Whether a thread that has done its work also ends; it may still be on its way.
  static boolean ends(Thread thread) {
    try {
      return thread.join(Duration.ofSeconds(20));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The report on the only stream.
  static StreamReport only(SyncReport report) {
    return report.streams().getFirst();
  }
}
