package dev.godwit.core.sync;

import dev.godwit.core.Connection;
import dev.godwit.core.CursorRange;
import dev.godwit.core.Destination;
import dev.godwit.core.Generation;
import dev.godwit.core.StoredStream;
import dev.godwit.core.StoredStream.Unfinished;
import dev.godwit.core.StreamContract;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamRules;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.policy.Enforcement;
import dev.godwit.core.schema.Acceptance;
import dev.godwit.core.schema.SchemaAction;
import dev.godwit.core.schema.SchemaChangeKind;
import dev.godwit.core.schema.SchemaPlan;
import dev.godwit.core.schema.SchemaPlanner;
import dev.godwit.core.schema.SchemaPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Decides what a run will do. Changes nothing.
///
/// @param now the present, which tells what is too old to go on with
/// @param accepted changes of schemas that somebody has agreed to
public record Planner(
    Connection connection, Destination destination, Instant now, Acceptance accepted) {
  /// Rows that were collected longer ago are not joined with new ones: together they would be a
  /// picture that the source never showed.
  private static final Duration OLDEST = Duration.ofHours(24);

  /// A planner without agreements.
  public Planner(Connection connection, Destination destination, Instant now) {
    this(connection, destination, now, Acceptance.NONE);
  }

  /// Incremental streams go on from the state that was committed with their rows; the others start
  /// at the beginning. A replacement that was interrupted less than a day ago is gone on with.
  ///
  /// @throws GodwitException CONFIG `destination.bad-state` when a state can't be read that does
  ///   not become void anyway
  public SyncPlan plan(Refresh refresh) {
    return plan((stream, stored, schema) -> plan(stream, stored, schema.readsAnew(), refresh));
  }

  /// Streams read a part of themselves again, or go on where that was interrupted. Their own state
  /// stays, and so do the rows that they have.
  ///
  /// @throws GodwitException CONFIG `source.no-backfill` when a stream whose cursor has a stretch
  ///   read again is not read by its cursor, or when its rows are replaced together
  public SyncPlan backfill(CursorRange range) {
    return plan((stream, stored, schema) -> backfill(stream, stored, range));
  }

  /// How one stream is read.
  @FunctionalInterface
  private interface Reading {
    StreamPlan of(ConfiguredStream stream, StoredStream stored, SchemaPlan schema);
  }

  private SyncPlan plan(Reading reading) {
    List<StreamPlan> streams = new ArrayList<>();
    List<StreamName> leftOut = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (ConfiguredStream stream : connection.catalog().streams()) {
      StreamRules rules = connection.rules(stream.name());
      StoredStream stored = destination.stored(stream.name());
      SchemaPlan schema = schema(rules.mapping().written(stream), stored, rules);
      if (schema.isLeftOut()) {
        leftOut.add(stream.name());
      } else {
        StreamContract contract = Enforcement.of(rules.contract(), schema.rules());
        streams.add(reading.of(stream, stored, schema).with(rules.with(contract), schema));
        if (stored.damage() != null) {
          warnings.add("the state of stream %s can't be read".formatted(stream.name()));
        }
      }
    }
    return new SyncPlan(connection, streams, destination.delivery(), leftOut, warnings);
  }

  private SchemaPlan schema(ConfiguredStream landing, StoredStream stored, StreamRules rules) {
    SchemaPolicy policy = rules.changes();
    return policy.of(SchemaChangeKind.NEW_STREAM) != SchemaAction.EVOLVE && isNew(landing.name())
        ? SchemaPlanner.ofNewStream(landing, policy, accepted)
        : SchemaPlanner.of(landing, stored.shape(), policy, rules.personal(), accepted);
  }

  /// Whether others have landed, and this one has not.
  private boolean isNew(StreamName stream) {
    List<StreamName> landed = destination.streams();
    return !landed.isEmpty() && !landed.contains(stream);
  }

  private StreamPlan backfill(ConfiguredStream stream, StoredStream stored, CursorRange range) {
    boolean byCursor = stream.syncMode() == SyncMode.INCREMENTAL;
    if (stream.writeMode().replacesAll() || (range.from() != null && !byCursor)) {
      throw refused(range).at(Place.stream(stream.name().toString()));
    }
    Generation generation = Generation.keeping(stored.generation());
    return new StreamPlan(stream, generation, destination.backfill(stream.name(), range))
        .over(range);
  }

  private static GodwitException refused(CursorRange range) {
    return range.from() == null
        ? GodwitException.config(
                "source.no-backfill",
                "All rows of the stream are replaced together, so no partition can be read again.")
            .hint("Add --write-mode append-dedup, or append where the stream has no key.")
        : GodwitException.config(
                "source.no-backfill",
                "The stream is not read by a cursor, so no stretch of it can be read again.")
            .hint("Leave it out with --streams, or read all of it with --full-refresh.");
  }

  private StreamPlan plan(
      ConfiguredStream stream, StoredStream stored, boolean anew, Refresh asked) {
    Refresh refresh = anew && asked == Refresh.NONE ? Refresh.TRUNCATE : asked;
    Unfinished unfinished = stored.unfinished();
    if (unfinished != null && !anew && goesOn(unfinished, stream, refresh)) {
      return new StreamPlan(
          stream, Generation.replacing(unfinished.generation()), unfinished.state());
    }
    long next = stored.generation() + 1;
    if (asked != Refresh.TRUNCATE || !replaces(stream, refresh)) {
      stored.readable();
    }
    if (replaces(stream, refresh)) {
      return new StreamPlan(stream, Generation.replacing(next), null);
    }
    return stream.syncMode() == SyncMode.FULL_REFRESH || refresh == Refresh.MERGE || anew
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
