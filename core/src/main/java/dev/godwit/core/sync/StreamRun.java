package dev.godwit.core.sync;

import dev.godwit.core.ContractRun;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.sync.RetryPolicy.Failed;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// One stream of a run: tried until it succeeds, or until trying again makes no sense. Each attempt
/// goes on from what the one before has committed.
final class StreamRun {
  private final StreamPlan plan;
  private final RunContext context;
  private final Semaphore streams;
  private final ContractRun contract;

  /// @param streams permits for streams that run at once; the stream holds one, but not while it
  ///   waits
  StreamRun(StreamPlan plan, RunContext context, Semaphore streams) {
    this.plan = plan;
    this.context = context;
    this.streams = streams;
    this.contract = plan.rules().contract().begin();
  }

  /// Never throws: whatever goes wrong is in the report.
  StreamReport run() {
    GodwitException refusal = plan.schema().refusal();
    if (refusal != null) {
      return refused(refusal.at(Place.stream(plan.name().toString())));
    }
    StreamReport attempt = attempt(plan);
    StreamReport report = attempt;
    Failed failed = Failed.NONE;
    while (mayHelp(report.error())) {
      failed = failed.plus(attempt.hasProgressed());
      Duration wait = context.policy().retry().waitAfter(failed);
      if (wait == null) {
        break;
      }
      context.listener().on(new SyncEvent.Retrying(plan.name(), report.attempts(), wait));
      try {
        pause(wait);
      } catch (InterruptedException e) {
        report = report.endedBy(Failures.cancelled());
        break;
      }
      contract.again(report.rowsKept());
      attempt = attempt(plan.from(attempt.stateAfter()));
      report = report.then(attempt);
    }
    context.listener().on(new SyncEvent.StreamEnded(plan.name(), report, report.error()));
    return report;
  }

  private StreamReport refused(GodwitException refusal) {
    StreamTally nothing = new StreamTally(plan);
    nothing.failure(refusal);
    StreamReport report = nothing.report();
    context.listener().on(new SyncEvent.StreamEnded(plan.name(), report, refusal));
    return report;
  }

  private StreamReport attempt(StreamPlan rest) {
    return new StreamAttempt(rest, contract, context).run();
  }

  private boolean mayHelp(@Nullable GodwitException error) {
    if (error == null || context.isCancelled()) {
      return false;
    }
    return switch (error.kind()) {
      case CONFIG, CONTRACT -> false;
      case TRANSIENT, SYSTEM -> true;
    };
  }

  private void pause(Duration wait) throws InterruptedException {
    streams.release();
    try {
      context.sleeper().sleep(wait);
    } finally {
      streams.acquire();
    }
  }
}
