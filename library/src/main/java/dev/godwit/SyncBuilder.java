package dev.godwit;

import dev.godwit.connection.StreamSettings;
import dev.godwit.core.CheckResult;
import dev.godwit.core.Comparison;
import dev.godwit.core.ConfigStore;
import dev.godwit.core.Connection;
import dev.godwit.core.CursorRange;
import dev.godwit.core.Destination;
import dev.godwit.core.Source;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.catalog.ConfiguredCatalog;
import dev.godwit.core.catalog.Nested;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.schema.Acceptance;
import dev.godwit.core.schema.SchemaPolicy;
import dev.godwit.core.sync.Planner;
import dev.godwit.core.sync.Refresh;
import dev.godwit.core.sync.RunPolicy;
import dev.godwit.core.sync.SyncListener;
import dev.godwit.core.sync.SyncReport;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A source, a destination and how to sync them. Immutable: each call returns a new one.
public final class SyncBuilder {
  private final Origin from;
  private final String name;
  private final Target destination;
  private final StreamChoice choice;
  private final SyncWishes wishes;

  /// @param name what the user calls the connection
  SyncBuilder(Origin from, String name, Target destination, StreamChoice choice) {
    this(from, name, destination, choice, SyncWishes.USUAL);
  }

  private SyncBuilder(
      Origin from, String name, Target destination, StreamChoice choice, SyncWishes wishes) {
    this.from = from;
    this.name = name;
    this.destination = destination;
    this.choice = choice;
    this.wishes = wishes;
  }

  private SyncBuilder with(SyncWishes others) {
    return new SyncBuilder(from, name, destination, choice, others);
  }

  private SyncBuilder with(StreamChoice other) {
    return new SyncBuilder(from, name, destination, other, wishes);
  }

  /// Reads every stream from its beginning. The new rows take the place of the old ones once a
  /// stream is complete, or join them.
  public SyncBuilder refresh(Refresh kind) {
    return with(wishes.with(kind));
  }

  /// Reads every stream from its beginning and replaces its rows; where {@link #writeMode} was
  /// asked for that never takes a row away, the new ones join them.
  public SyncBuilder fullRefresh() {
    return with(wishes.refreshing(SyncBuilder::replacing));
  }

  private static Refresh replacing(@Nullable WriteMode mode) {
    boolean takesNone = mode == WriteMode.APPEND || (mode != null && mode.changesOnly());
    return takesNone ? Refresh.MERGE : Refresh.TRUNCATE;
  }

  /// Sends the rows elsewhere.
  ///
  /// @param other a URI, for example `duckdb:shop.duckdb`
  public SyncBuilder to(String other) {
    return to(Target.of(other).in(destination.folder()));
  }

  private SyncBuilder to(Target other) {
    return new SyncBuilder(from, name, other, choice, wishes);
  }

  /// Configures the destination, where it is a program: `exec:`, `pip:`, `docker:` or a name.
  public SyncBuilder destinationConfig(Map<String, @Nullable Object> values) {
    return destinationConfig(values, ConfigStore.NONE);
  }

  /// As [#destinationConfig(Map)].
  ///
  /// @param store keeps configurations that the destination changes
  public SyncBuilder destinationConfig(Map<String, @Nullable Object> values, ConfigStore store) {
    return to(destination.with(values, store));
  }

  /// Has programs work in a folder: relative paths start there, and below it is remembered what
  /// programs that are destinations leave to us to remember. Without: the working folder.
  public SyncBuilder folder(Path other) {
    return to(destination.in(other));
  }

  /// Tries whether the destination could be written.
  public CheckResult checkDestination() {
    try (Destination opened = openDestination()) {
      return opened.check();
    }
  }

  private Destination openDestination() {
    return destination.open(name, policy().silence(), from.surroundings());
  }

  /// What to do when things go wrong, as far as it is said.
  public RunPolicy policy() {
    return wishes.policy();
  }

  /// What to do when things go wrong. Without: {@link RunPolicy#USUAL}.
  public SyncBuilder policy(RunPolicy other) {
    return with(wishes.with(other));
  }

  /// Writes all streams in this mode instead of each stream's default. A mode that replaces tables
  /// also reads everything.
  public SyncBuilder writeMode(WriteMode mode) {
    return with(choice.withWriteMode(mode));
  }

  /// Has columns that are new hold objects and arrays as JSON, or as what the schema declares.
  /// Without: JSON. Columns that exist keep their form.
  public SyncBuilder nested(Nested form) {
    return with(choice.with(form));
  }

  /// Reads a stretch of the streams' cursors again, or some of their partitions. Rows join those
  /// that are there, as the write mode has it; the place to go on from stays. An interrupted
  /// back-fill goes on where it stopped when the same stretch is asked for again. Streams without
  /// such a cursor or such partitions are refused.
  public SyncBuilder backfill(CursorRange stretch) {
    return with(wishes.with(stretch));
  }

  /// Changes the settings of one stream.
  SyncBuilder adjusted(String stream, UnaryOperator<StreamSettings> change) {
    return with(choice.adjusted(stream, change));
  }

  /// Compares instead of writing: every stream is read from its beginning, and nothing is changed.
  ///
  /// @param found hears of each stream that was read completely, from one thread at a time
  public SyncBuilder compare(Consumer<Comparison> found) {
    Consumer<Comparison> oneByOne =
        comparison -> {
          synchronized (found) {
            found.accept(comparison);
          }
        };
    UnaryOperator<Destination> comparing = opened -> new ComparingDestination(opened, oneByOne);
    return with(wishes.with(Refresh.TRUNCATE).with(comparing));
  }

  /// Says what comes of changes of schemas, where the connection says otherwise or nothing.
  public SyncBuilder schemaPolicy(SchemaPolicy changes) {
    return with(choice.with(changes));
  }

  /// Agrees to changes of schemas about which the policy asks.
  public SyncBuilder accept(Acceptance accepted) {
    return with(wishes.with(accepted));
  }

  /// Runs only where a requirement holds.
  ///
  /// @param requirement is given the sync when it is ready to run, and throws where it must not
  public SyncBuilder onlyIf(Consumer<OpenSync> requirement) {
    return with(wishes.onlyIf(requirement));
  }

  /// What a sync would do now. Changes nothing.
  public SyncPlan plan() {
    try (OpenSync sync = open()) {
      return sync.plan();
    }
  }

  /// Syncs to the end. Failures of single streams are in the report.
  ///
  /// @throws GodwitException when the sync cannot begin: wrong manifest or configuration, unknown
  ///   stream, destination that cannot be opened
  public SyncReport sync(SyncListener listener) {
    try (OpenSync sync = open()) {
      return sync.run(listener);
    }
  }

  /// Opens source and destination and makes the plan, for callers that want to look at it before
  /// they run it, or to cancel the run. The caller closes it.
  public OpenSync open() {
    // The destination gets ready while the manifest is read.
    Destination opened = wishes.adapter().apply(openDestination());
    try {
      Source source = from.open(policy().silence());
      try {
        from.requireFit(source, opened);
        OpenSync sync =
            new OpenSync(
                source,
                opened,
                plan(source, opened),
                wishes.policy(),
                from.surroundings().sleeper());
        wishes.requirement().accept(sync);
        return sync;
      } catch (RuntimeException | Error e) {
        source.close();
        throw e;
      }
    } catch (RuntimeException | Error e) {
      opened.close();
      throw e;
    }
  }

  private SyncPlan plan(Source source, Destination opened) {
    ConfiguredCatalog streams =
        choice.from(source.discover(), new OfferedModes(opened.writeModes()));
    Connection connection =
        new Connection(
            name,
            from.name(),
            destination.address(),
            streams,
            choice.rules(source, streams, from.surroundings()));
    Planner planner =
        new Planner(connection, opened, from.surroundings().clock().instant(), wishes.accepted());
    CursorRange range = wishes.range();
    return range == null
        ? planner.plan(wishes.refresh().apply(choice.writeMode()))
        : planner.backfill(range);
  }
}
