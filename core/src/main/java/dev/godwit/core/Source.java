package dev.godwit.core;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.error.GodwitException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A configured connector that reads. Safe for use by several threads.
public interface Source extends AutoCloseable {
  /// Tries whether the configuration works, with as few requests as possible.
  CheckResult check();

  /// The streams on offer. May ask the API.
  Catalog discover();

  /// Says which streams a run is about to open, once, before any of them: a source that reads them
  /// all in one go has to know. Asks nobody for anything.
  default void begin(List<StreamPlan> streams) {}

  /// How many slices may be read at once, over all streams of a run. Asked after {@link #begin}.
  int concurrency();

  /// Starts reading one stream.
  ///
  /// @param state where to go on; null to begin at the beginning
  /// @throws GodwitException CONFIG when the stream does not exist or the state cannot be read
  StreamReader open(ConfiguredStream stream, @Nullable StreamState state);

  /// Starts reading a stretch of a stream again, apart from its usual reading.
  ///
  /// @param state where an interrupted reading of the same stretch stopped; null to begin
  /// @throws GodwitException CONFIG `source.no-backfill` when the stream has no cursor whose bounds
  ///   can be set
  default StreamReader open(
      ConfiguredStream stream, CursorRange range, @Nullable StreamState state) {
    throw GodwitException.config(
        "source.no-backfill", "This source can't read a stretch of a stream.");
  }

  /// Whether the API is asked only for the fields that the schema of a chosen stream has.
  default boolean selectsFields(ConfiguredStream stream) {
    return false;
  }

  @Override
  void close();
}
