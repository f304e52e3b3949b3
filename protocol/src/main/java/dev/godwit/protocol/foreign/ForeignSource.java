package dev.godwit.protocol.foreign;

import dev.godwit.core.CheckResult;
import dev.godwit.core.Generation;
import dev.godwit.core.Source;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamReader;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.error.GodwitException;
import dev.godwit.protocol.message.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A source that is a program. All streams of a run are read by one process; streams that are tried
/// again are read together by another one.
final class ForeignSource implements Source {
  private final Runs runs;
  private final ReadProcesses processes;
  private volatile int atOnce = 1;
  private volatile @Nullable Catalog catalog;

  ForeignSource(Runs runs) {
    this.runs = runs;
    this.processes = new ReadProcesses(runs);
  }

  @Override
  public CheckResult check() {
    return runs.check();
  }

  /// The streams on offer. The program is asked once.
  @Override
  public Catalog discover() {
    Catalog known = catalog;
    if (known == null) {
      known = runs.ask("discover", Message.Catalog.class).catalog();
      catalog = known;
    }
    return known;
  }

  @Override
  public void begin(List<StreamPlan> streams) {
    atOnce = Math.max(1, streams.size());
    processes.expect(streams);
  }

  /// All streams come from one process, so all have to be taken at once.
  @Override
  public int concurrency() {
    return atOnce;
  }

  @Override
  public StreamReader open(ConfiguredStream stream, @Nullable StreamState state) {
    StreamPlan plan = new StreamPlan(stream, Generation.keeping(0), state);
    try {
      return processes.of(plan).open(stream.name());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw GodwitException.transientError("sync.cancelled", "The sync was cancelled.");
    }
  }

  @Override
  public void close() {
    processes.close();
  }
}
