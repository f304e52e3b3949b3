package dev.godwit.protocol.foreign;

import dev.godwit.core.StreamPlan;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// Which process reads which stream. Thread-safe.
final class ReadProcesses implements AutoCloseable {
  /// How long streams that failed together have to come back, to be read by one process.
  private static final Duration GATHERING = Duration.ofMillis(500);

  private final Runs runs;
  private final List<ReadProcess> started = new ArrayList<>();
  private final Map<StreamName, StreamPlan> plans = new LinkedHashMap<>();
  private final Map<StreamName, Gathering> expected = new HashMap<>();
  private @Nullable Gathering open;
  private boolean closed;

  ReadProcesses(Runs runs) {
    this.runs = runs;
  }

  /// Streams that one process is to read.
  private static final class Gathering {
    private final Map<StreamName, StreamPlan> plans = new LinkedHashMap<>();
    private final CompletableFuture<ReadProcess> process = new CompletableFuture<>();
    private boolean begun;
  }

  /// Says which streams will be read: by one process, all of them.
  synchronized void expect(List<StreamPlan> streams) {
    Gathering all = new Gathering();
    streams.forEach(plan -> {
      plans.put(plan.name(), plan);
      all.plans.put(plan.name(), plan);
      expected.put(plan.name(), all);
    });
  }

  /// The process that reads a stream. Its first reader starts it.
  ReadProcess of(StreamPlan plan) throws InterruptedException {
    Gathering gathering;
    boolean first;
    boolean complete;
    synchronized (this) {
      Gathering awaited = expected.remove(plan.name());
      complete = awaited != null || plans.isEmpty();
      gathering = awaited == null ? joined(plan) : awaited;
      first = !gathering.begun;
      gathering.begun = true;
    }
    if (first) {
      start(gathering, complete);
    }
    try {
      return gathering.process.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof GodwitException error
          ? error
          : GodwitException.system("connector.unexpected", "The connector could not be started.")
              .causedBy(e);
    }
  }

  /// A stream that comes back after a failure, or that nobody has announced.
  private Gathering joined(StreamPlan plan) {
    Gathering current = open == null ? new Gathering() : open;
    open = current;
    StreamPlan known = plans.get(plan.name());
    current.plans.put(plan.name(), known == null ? plan : known.from(plan.state()));
    return current;
  }

  private void start(Gathering gathering, boolean complete) throws InterruptedException {
    try {
      if (!complete) {
        runs.sleep(GATHERING);
      }
      gathering.process.complete(start(gathering));
    } catch (RuntimeException | Error | InterruptedException e) {
      gathering.process.completeExceptionally(e);
      throw e;
    }
  }

  private synchronized ReadProcess start(Gathering gathering) {
    if (open == gathering) {
      open = null;
    }
    if (closed) {
      throw GodwitException.transientError("sync.cancelled", "The sync was cancelled.");
    }
    ReadProcess process = runs.read(List.copyOf(gathering.plans.values()));
    started.add(process);
    return process;
  }

  @Override
  public synchronized void close() {
    closed = true;
    started.forEach(ReadProcess::close);
  }
}
