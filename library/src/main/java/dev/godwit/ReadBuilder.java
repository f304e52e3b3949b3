package dev.godwit;

import dev.godwit.cache.Cache;
import dev.godwit.cache.ReadResult;
import dev.godwit.cache.WriteStrategy;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.schema.Acceptance;
import dev.godwit.core.sync.Refresh;
import dev.godwit.core.sync.RunPolicy;
import dev.godwit.core.sync.SyncReport;
import dev.godwit.progress.ProgressListener;
import dev.godwit.progress.ProgressMeter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A source and the cache that it is to be read into. What was read before is not read again where
/// the stream can tell what is new. Immutable and thread-safe: each call returns a new one, and two
/// readings at once are two readings. Two of one stream into one cache at once are refused.
public final class ReadBuilder {
  private final SyncBuilder sync;
  private final String cache;
  private final Wishes wishes;

  /// @param failures whether a result with failed streams is returned, instead of thrown
  private record Wishes(
      WriteStrategy strategy, boolean refresh, ProgressListener progress, boolean failures) {
    static final Wishes USUAL =
        new Wishes(WriteStrategy.AUTO, false, ProgressListener.SILENT, false);
  }

  ReadBuilder(SyncBuilder sync, String cache) {
    this(sync, cache, Wishes.USUAL);
  }

  private ReadBuilder(SyncBuilder sync, String cache, Wishes wishes) {
    this.sync = sync;
    this.cache = cache;
    this.wishes = wishes;
  }

  private ReadBuilder with(SyncBuilder other) {
    return new ReadBuilder(other, cache, wishes);
  }

  private ReadBuilder with(Wishes others) {
    return new ReadBuilder(sync, cache, others);
  }

  /// Says how rows join those that are there. Without: [WriteStrategy#AUTO].
  public ReadBuilder strategy(WriteStrategy other) {
    return with(new Wishes(other, wishes.refresh, wishes.progress, wishes.failures));
  }

  /// Reads every stream from its beginning. With [WriteStrategy#APPEND] and [WriteStrategy#MERGE]
  /// the rows join those that are there, else they take their place.
  public ReadBuilder forceFullRefresh() {
    return with(new Wishes(wishes.strategy, true, wishes.progress, wishes.failures));
  }

  /// Tells the rows of a stream apart by other fields than the source says.
  ///
  /// @param fields `id`, or `outer.inner` for one that lies deeper
  /// @throws GodwitException CONFIG `stream.not-selected` when the stream is not among those that
  ///   were selected
  public ReadBuilder primaryKey(String stream, String... fields) {
    List<List<String>> key = Stream.of(fields).map(ReadBuilder::path).toList();
    return with(sync.adjusted(stream, settings -> settings.withPrimaryKey(key)));
  }

  /// Finds changes of a stream by another field than the source says.
  ///
  /// @throws GodwitException CONFIG `stream.not-selected` when the stream is not among those that
  ///   were selected
  public ReadBuilder cursor(String stream, String field) {
    return with(sync.adjusted(stream, settings -> settings.withCursor(path(field))));
  }

  private static List<String> path(String dotted) {
    return List.of(dotted.split("\\.", -1));
  }

  /// Agrees to changes of schemas and keys about which the policy asks, such as another primary
  /// key.
  ///
  /// @param names of streams, or `all`
  public ReadBuilder accept(String... names) {
    return with(sync.accept(new Acceptance(Set.of(names))));
  }

  /// Has somebody hear how far it is.
  public ReadBuilder progress(ProgressListener listener) {
    return with(new Wishes(wishes.strategy, wishes.refresh, listener, wishes.failures));
  }

  /// What to do when things go wrong. Without: [RunPolicy#USUAL].
  public ReadBuilder policy(RunPolicy policy) {
    return with(sync.policy(policy));
  }

  /// Returns a result although streams have failed: its report says which. Without, the first error
  /// is thrown. What was committed stays in any case.
  public ReadBuilder allowFailures() {
    return with(new Wishes(wishes.strategy, wishes.refresh, wishes.progress, true));
  }

  /// Reads to the end. Interrupting the thread ends it soon; then `sync.cancelled` is thrown, and
  /// the thread stays interrupted.
  ///
  /// @throws GodwitException when the reading cannot begin, or a stream has failed
  public ReadResult read() {
    prepareFolder();
    SyncReport report = planned().sync(new ProgressMeter(wishes.progress));
    ReadResult result = new ReadResult(report, Cache.of(cache));
    return wishes.failures ? result : result.orThrow();
  }

  /// Begins to read, on a thread of its own.
  public Reading start() {
    return new Reading(this::read);
  }

  private SyncBuilder planned() {
    return switch (wishes.strategy) {
      case AUTO -> wishes.refresh ? sync.fullRefresh() : sync;
      case REPLACE -> sync.fullRefresh();
      case APPEND -> joining(sync.writeMode(WriteMode.APPEND));
      case MERGE -> joining(sync.writeMode(WriteMode.APPEND_DEDUP));
    };
  }

  private SyncBuilder joining(SyncBuilder other) {
    return wishes.refresh ? other.refresh(Refresh.MERGE) : other;
  }

  /// Of files of DuckDB, which are not made without it.
  private void prepareFolder() {
    if (!cache.matches("duckdb:(?!md:|motherduck:|~).*")) {
      return;
    }
    Path folder = Path.of(cache.substring("duckdb:".length())).toAbsolutePath().getParent();
    try {
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw GodwitException.config("cache.folder", "The folder " + folder + " can't be made.")
          .hint("Name a cache in a folder where you may write.")
          .causedBy(e);
    }
  }
}
