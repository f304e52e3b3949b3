package dev.godwit.destinations.postgres;

import dev.godwit.core.Connection;
import dev.godwit.core.Destination;
import dev.godwit.core.Source;
import dev.godwit.core.catalog.ConfiguredCatalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Nested;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.sync.Planner;
import dev.godwit.core.sync.Refresh;
import dev.godwit.core.sync.StreamReport;
import dev.godwit.core.sync.SyncListener;
import dev.godwit.core.sync.SyncReport;
import dev.godwit.core.sync.SyncRun;
import dev.godwit.destinations.duckdb.DuckDbDestination;
import dev.godwit.destinations.duckdb.DuckDbQuery;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Copies from one destination to another.
final class Copies {
  private Copies() {}

  static Destination duckDb(Path file) {
    return DuckDbDestination.open(file.toString(), Clock.systemUTC());
  }

  /// Copies everything that a destination holds, and closes both.
  static void copied(Destination from, Destination to) {
    try (from;
        to;
        Source source = from.contents()) {
      report(source, to).streams().stream()
          .map(StreamReport::error)
          .filter(error -> error != null)
          .findFirst()
          .ifPresent(error -> {
            throw error;
          });
    }
  }

  /// Reads all streams of a source into a destination, as far as that succeeds.
  static SyncReport report(Source source, Destination to) {
    return report(source, to, SyncListener.SILENT);
  }

  static SyncReport report(Source source, Destination to, SyncListener listener) {
    List<ConfiguredStream> streams =
        source.discover().streams().stream()
            .map(stream -> chosen(stream, to).with(Nested.STRUCT))
            .toList();
    Connection connection = new Connection("copy", "from", "to", new ConfiguredCatalog(streams));
    Planner planner = new Planner(connection, to, Instant.now());
    return new SyncRun(planner.plan(Refresh.NONE), source, to, listener).run();
  }

  private static ConfiguredStream chosen(Stream stream, Destination to) {
    ConfiguredStream usual = ConfiguredStream.byDefault(stream);
    return to.writeModes().contains(usual.writeMode())
        ? usual
        : new ConfiguredStream(
            stream,
            SyncMode.FULL_REFRESH,
            WriteMode.OVERWRITE,
            usual.cursorField(),
            usual.primaryKey());
  }

  /// All rows of a query.
  static List<List<@Nullable Object>> query(Path file, String sql) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (DuckDbQuery query = DuckDbQuery.run(file.toString(), sql)) {
      for (List<@Nullable Object> row = query.next(); row != null; row = query.next()) {
        rows.add(row);
      }
    }
    return rows;
  }
}
