package dev.godwit.core.sync;

import dev.godwit.core.Connection;
import dev.godwit.core.CursorRange;
import dev.godwit.core.Destination;
import dev.godwit.core.Generation;
import dev.godwit.core.StoredStream;
import dev.godwit.core.StoredStream.Unfinished;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import java.time.Duration;
import java.time.Instant;

/// Decides what a run will do. Changes nothing.
///
/// @param now the present, which tells what is too old to go on with
public record Planner(Connection connection, Destination destination, Instant now) {
  /// Rows that were collected longer ago are not joined with new ones: together they would be a
  /// picture that the source never showed.
  private static final Duration OLDEST = Duration.ofHours(24);

  /// Incremental streams go on from the state that was committed with their rows; the others start
  /// at the beginning. A replacement that was interrupted less than a day ago is gone on with.
  public SyncPlan plan(Refresh refresh) {
    return new SyncPlan(
        connection,
        connection.catalog().streams().stream()
            .map(stream -> plan(stream, refresh).with(connection.rules(stream.name())))
            .toList(),
        destination.delivery());
  }

  /// Streams read a stretch of their cursor again, or go on where that was interrupted. Their own
  /// state stays, and so do the rows that they have.
  ///
  /// @throws GodwitException CONFIG `source.no-backfill` when a stream is not read by its cursor
  public SyncPlan backfill(CursorRange range) {
    return new SyncPlan(
        connection,
        connection.catalog().streams().stream()
            .map(stream -> backfill(stream, range).with(connection.rules(stream.name())))
            .toList(),
        destination.delivery());
  }

  private StreamPlan backfill(ConfiguredStream stream, CursorRange range) {
    if (stream.syncMode() != SyncMode.INCREMENTAL || stream.writeMode().replacesAll()) {
      throw GodwitException.config(
              "source.no-backfill",
              "The stream is not read by a cursor, so no stretch of it can be read again.")
          .hint("Leave it out with --streams, or read all of it with --full-refresh.")
          .at(Place.stream(stream.name().toString()));
    }
    Generation generation = Generation.keeping(destination.stored(stream.name()).generation());
    return new StreamPlan(stream, generation, destination.backfill(stream.name(), range))
        .over(range);
  }

  private StreamPlan plan(ConfiguredStream stream, Refresh refresh) {
    StoredStream stored = destination.stored(stream.name());
    Unfinished unfinished = stored.unfinished();
    if (unfinished != null && goesOn(unfinished, stream, refresh)) {
      return new StreamPlan(
          stream, Generation.replacing(unfinished.generation()), unfinished.state());
    }
    long next = stored.generation() + 1;
    if (replaces(stream, refresh)) {
      return new StreamPlan(stream, Generation.replacing(next), null);
    }
    return stream.syncMode() == SyncMode.FULL_REFRESH || refresh == Refresh.MERGE
        ? new StreamPlan(stream, Generation.keeping(next), null)
        : new StreamPlan(stream, Generation.keeping(stored.generation()), stored.state());
  }

  /// Rows that change others can't take their place.
  private static boolean replaces(ConfiguredStream stream, Refresh refresh) {
    WriteMode mode = stream.writeMode();
    boolean everything =
        refresh == Refresh.TRUNCATE
            || (mode == WriteMode.HISTORY && stream.syncMode() == SyncMode.FULL_REFRESH);
    return mode.replacesAll() || (everything && refresh != Refresh.MERGE && !mode.changesOnly());
  }

  private boolean goesOn(Unfinished unfinished, ConfiguredStream stream, Refresh refresh) {
    return refresh != Refresh.MERGE
        && !connection.rules(stream.name()).contract().judgesWhole()
        && unfinished.syncMode() == stream.syncMode()
        && unfinished.writeMode() == stream.writeMode()
        && unfinished.begun().plus(OLDEST).isAfter(now);
  }
}
