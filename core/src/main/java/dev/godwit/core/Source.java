package dev.godwit.core;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.error.GodwitException;
import org.jspecify.annotations.Nullable;

/// A configured connector that reads. Safe for use by several threads.
public interface Source extends AutoCloseable {
  /// Tries whether the configuration works, with as few requests as possible.
  CheckResult check();

  /// The streams on offer. May ask the API.
  Catalog discover();

  /// How many slices may be read at once, over all streams of a run.
  int concurrency();

  /// Starts reading one stream.
  ///
  /// @param state where to go on; null to begin at the beginning
  /// @throws GodwitException CONFIG when the stream does not exist or the state cannot be read
  StreamReader open(ConfiguredStream stream, @Nullable StreamState state);

  @Override
  void close();
}
