package dev.godwit.core.sync;

import dev.godwit.core.Destination;
import dev.godwit.core.Source;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.time.Sleeper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Carries out a plan: reads the slices of all streams side by side, writes each stream through one
/// writer, and commits rows together with the state that covers them.
///
/// One failing stream does not stop the others. A run is used once; {@link #cancel} may be called
/// from any thread.
public final class SyncRun {
  private final SyncPlan plan;
  private final Source source;
  private final Destination destination;
  private final SyncListener listener;
  private final RunPolicy policy;
  private final Sleeper sleeper;
  private final Threads threads = new Threads();

  /// A run that tries every stream once.
  public SyncRun(SyncPlan plan, Source source, Destination destination, SyncListener listener) {
    this(plan, source, destination, listener, RunPolicy.ONCE, Sleeper.real());
  }

  /// @param sleeper waits between attempts
  public SyncRun(
      SyncPlan plan,
      Source source,
      Destination destination,
      SyncListener listener,
      RunPolicy policy,
      Sleeper sleeper) {
    this.plan = plan;
    this.source = source;
    this.destination = destination;
    this.listener = listener;
    this.policy = policy;
    this.sleeper = sleeper;
  }

  /// Runs to the end and says what became of every stream. Errors of streams are in the report, not
  /// thrown.
  public SyncReport run() {
    long started = System.nanoTime();
    List<StreamPlan> streams = plan.streams();
    source.begin(streams.stream().filter(stream -> stream.schema().refusal() == null).toList());
    AtomicReferenceArray<StreamReport> reports = new AtomicReferenceArray<>(streams.size());
    // As many streams as slices at once: more would only hold connections and buffers.
    Semaphore streamPermits = permits();
    RunContext context =
        new RunContext(
            source, destination, listener, policy, sleeper, permits(), threads::isClosed);
    try (threads) {
      List<Thread> running = new ArrayList<>();
      for (int i = 0; i < streams.size(); i++) {
        int index = i;
        StreamRun run = new StreamRun(streams.get(i), context, streamPermits);
        streamPermits.acquire();
        if (threads.isClosed()) {
          break;
        }
        // Told here, so that streams start in the plan's order for whoever listens.
        listener.on(new SyncEvent.StreamStarted(streams.get(i).name()));
        running.add(
            threads.start(
                "stream " + streams.get(i).name(),
                () -> {
                  try {
                    reports.set(index, run.run());
                  } finally {
                    streamPermits.release();
                  }
                }));
      }
      for (Thread thread : running) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    List<StreamReport> done = reportsOf(streams, reports);
    Duration duration = Duration.ofNanos(System.nanoTime() - started);
    List<String> warnings = new ArrayList<>(plan.warnings());
    warnings.addAll(RunHistory.remember(done, plan.delivery(), destination));
    return new SyncReport(plan, done, duration, warnings);
  }

  private Semaphore permits() {
    int atOnce = source.concurrency();
    if (atOnce < 1) {
      throw new IllegalArgumentException(
          "a source must allow at least one slice at once, not " + atOnce);
    }
    return new Semaphore(atOnce, true);
  }

  /// Stops reading as soon as possible. Committed rows stay; what was not committed is forgotten.
  public void cancel() {
    threads.interrupt();
  }

  /// Streams that a cancelled run never reached are reported as cancelled.
  private static List<StreamReport> reportsOf(
      List<StreamPlan> streams, AtomicReferenceArray<StreamReport> reports) {
    List<StreamReport> all = new ArrayList<>();
    for (int i = 0; i < streams.size(); i++) {
      StreamReport report = reports.get(i);
      if (report == null) {
        StreamTally never = new StreamTally(streams.get(i));
        never.failure(Failures.cancelled());
        report = never.report();
      }
      all.add(report);
    }
    return all;
  }
}
