package dev.godwit.manifest.internal.stream;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.log.Log;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.slice.CountRules;
import dev.godwit.manifest.internal.slice.CursorRules;
import dev.godwit.manifest.internal.slice.Cursors;
import dev.godwit.manifest.internal.slice.DateRules;
import dev.godwit.manifest.internal.slice.Partitions;
import dev.godwit.manifest.internal.slice.Router;
import dev.godwit.manifest.internal.slice.StateMigration;
import dev.godwit.manifest.internal.slice.StreamCursor;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A stream that is ready to be read. Thread-safe; each reading has its own cursor.
final class ManifestStream implements ReadableStream {
  private final StreamName name;
  private final Retrieval retrieval;
  private final @Nullable CursorRules rules;
  private final boolean oneCursorForAll;
  private final List<StateMigration> migrations;
  private final Log log;

  /// @param rules null for a stream without a cursor
  /// @param migrations what a stored state goes through first, in order
  ManifestStream(
      StreamName name,
      Retrieval retrieval,
      @Nullable CursorRules rules,
      boolean oneCursorForAll,
      List<StateMigration> migrations,
      Log log) {
    this.name = name;
    this.retrieval = retrieval;
    this.rules = rules;
    this.oneCursorForAll = oneCursorForAll;
    this.migrations = List.copyOf(migrations);
    this.log = log;
  }

  @Override
  public StreamName name() {
    return name;
  }

  @Override
  public ManifestStreamReader read(Map<String, @Nullable Object> state, Meter meter) {
    try {
      Map<String, @Nullable Object> migrated = state;
      for (StateMigration migration : migrations) {
        migrated = migration.migrate(migrated);
      }
      return new ManifestStreamReader(name(), retrieval, cursor(migrated, meter), meter);
    } catch (GodwitException e) {
      throw e.at(Place.stream(name().toString()));
    }
  }

  private StreamCursor cursor(Map<String, @Nullable Object> state, Meter meter) {
    Router router = retrieval.router();
    return switch (rules) {
      case null -> Cursors.unordered(name(), partitions(router, state, meter));
      case CountRules counts -> Cursors.counting(name(), counts, state, log);
      case DateRules dates ->
          router == null
              ? Cursors.single(name(), dates, state, log)
              : Cursors.partitioned(
                  name(), dates, router.open(state, meter), oneCursorForAll, state, log);
    };
  }

  private static Partitions partitions(
      @Nullable Router router, Map<String, @Nullable Object> state, Meter meter) {
    return router == null ? Partitions.whole() : router.open(state, meter);
  }

  /// How far a state has come; null where it says nothing about that.
  ///
  /// @param now how far a stream without a cursor has come once it was read
  @Nullable OffsetDateTime reached(Map<String, @Nullable Object> state, OffsetDateTime now) {
    return switch (rules) {
      case null -> Cursors.wasRead(state) ? now : null;
      case DateRules dates -> Cursors.reached(dates, state, retrieval.router() != null);
      case CountRules _ -> null;
    };
  }

  @Override
  public @Nullable String cursorField() {
    return rules == null ? null : rules.field();
  }
}
