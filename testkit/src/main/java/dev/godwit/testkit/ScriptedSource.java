package dev.godwit.testkit;

import dev.godwit.core.CheckResult;
import dev.godwit.core.Source;
import dev.godwit.core.StreamReader;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.error.GodwitException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A source that delivers the same rows, slices and states every time. Safe for use by several
/// threads.
public final class ScriptedSource implements Source {
  private final int concurrency;
  private final List<ScriptedStream> streams;

  /// @param concurrency how many slices are read at once
  public ScriptedSource(int concurrency, List<ScriptedStream> streams) {
    this.concurrency = concurrency;
    this.streams = List.copyOf(streams);
  }

  @Override
  public CheckResult check() {
    return CheckResult.OK;
  }

  @Override
  public Catalog discover() {
    return new Catalog(streams.stream().map(ScriptedStream::stream).toList());
  }

  @Override
  public int concurrency() {
    return concurrency;
  }

  @Override
  public StreamReader open(ConfiguredStream stream, @Nullable StreamState state) {
    for (ScriptedStream scripted : streams) {
      if (scripted.name().equals(stream.name())) {
        return new ScriptedReader(scripted, state);
      }
    }
    throw GodwitException.config("stream.unknown", "There is no stream " + stream.name() + ".");
  }

  @Override
  public void close() {}
}
