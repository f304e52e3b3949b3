package dev.godwit.manifest.internal.job;

import dev.godwit.core.Slice;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.manifest.internal.request.Exchange;
import dev.godwit.manifest.internal.request.Meter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// Begins jobs, asks how they are, begins failed ones anew, and hands out those that are completed.
/// For one thread.
///
/// As in the reference one bad job does not keep the others from being handed out; its error comes
/// at the very end. Only errors of kind CONFIG end everything at once.
public final class JobLoop implements AutoCloseable {
  /// Attempts for a slice. The reference's number.
  static final int MOST_ATTEMPTS = 3;

  /// The pause between two rounds of polling. The reference's number.
  static final Duration PAUSE = Duration.ofSeconds(5);

  private final JobApi api;
  private final JobRules rules;
  private final Lookahead slices;
  private final JobClock clock;
  private final Meter meter;
  private final Log log;
  private final JobFailures failures = new JobFailures();
  private final Queue<Job> completed = new ArrayDeque<>();
  private List<Job> running = new ArrayList<>();
  private boolean begun;

  JobLoop(JobApi api, JobRules rules, Lookahead slices, JobClock clock, Meter meter, Log log) {
    this.api = api;
    this.rules = rules;
    this.slices = slices;
    this.clock = clock;
    this.meter = meter;
    this.log = log;
  }

  /// The next completed job, or null at the end.
  ///
  /// @throws GodwitException once no job is left, when some slices came to nothing
  public @Nullable Job next() throws InterruptedException {
    while (completed.isEmpty()) {
      try {
        if (!round()) {
          failures.requireNone();
          return null;
        }
      } catch (GodwitException e) {
        if (e.kind() == ErrorKind.CONFIG) {
          abortAll();
        }
        throw e;
      }
    }
    return completed.remove();
  }

  /// One round of beginning and polling; false when nothing is left to do. As in the reference a
  /// pause comes after every round, also after the last one.
  private boolean round() throws InterruptedException {
    if (begun) {
      clock.sleep(PAUSE);
    }
    begun = true;
    beginAnew();
    beginNew();
    if (nothingLeft()) {
      return false;
    }
    poll();
    settle();
    return true;
  }

  private boolean nothingLeft() throws InterruptedException {
    return running.isEmpty() && peek() == null;
  }

  /// An error where slices are made is the last of them.
  private @Nullable Slice peek() throws InterruptedException {
    try {
      return slices.peek();
    } catch (GodwitException e) {
      tolerate(e);
      return null;
    }
  }

  private void beginAnew() throws InterruptedException {
    for (int i = 0; i < running.size(); i++) {
      Job job = running.get(i);
      Duration now = clock.now();
      boolean bad =
          switch (job.status(now)) {
            case FAILED, TIMED_OUT -> true;
            case RUNNING, COMPLETED, SKIPPED -> false;
          };
      if (bad && job.mayRetry(now, rules.retryPause())) {
        running.set(i, begin(job.slice(), job.attempt() + 1));
      }
    }
  }

  private void beginNew() throws InterruptedException {
    for (Slice slice = peek(); slice != null && rules.slots().take(); slice = peek()) {
      slices.take();
      boolean added = false;
      try {
        running.add(begin(slice, 1));
        added = true;
      } finally {
        if (!added) {
          rules.slots().give();
        }
      }
    }
  }

  private Job begin(Slice slice, int attempt) throws InterruptedException {
    try {
      return Job.begun(slice, attempt, clock.now(), rules.timeout(), api.create(slice, meter));
    } catch (GodwitException e) {
      if (e.kind() == ErrorKind.CONFIG) {
        throw e;
      }
      log.warn("Stream %s: a job could not be created: %s".formatted(slice.stream(), e.describe()));
      failures.refused(e);
      return Job.refused(slice, attempt, clock.now());
    }
  }

  /// Asks once for each job that runs. A question that fails is asked again in the next round, but
  /// the stream will end with its error.
  private void poll() throws InterruptedException {
    for (Job job : running) {
      if (job.status(clock.now()) != JobStatus.RUNNING) {
        continue;
      }
      try {
        Exchange answer = api.poll(job, meter);
        job.polled(api.status(job, answer, meter), answer, clock.now());
      } catch (GodwitException e) {
        tolerate(e);
      }
    }
  }

  /// Keeps an error for the end, unless it ends everything.
  private void tolerate(GodwitException error) {
    if (error.kind() == ErrorKind.CONFIG) {
      throw error;
    }
    failures.add(error);
  }

  private void settle() throws InterruptedException {
    List<Job> still = new ArrayList<>();
    for (Job job : running) {
      JobStatus status = job.status(clock.now());
      switch (status) {
        case RUNNING -> still.add(job);
        case COMPLETED -> {
          rules.slots().give();
          completed.add(job);
        }
        case SKIPPED -> {
          rules.slots().give();
          log.info(
              "Stream %s: the API has nothing for %s."
                  .formatted(job.slice().stream(), job.slice().describe()));
        }
        case FAILED, TIMED_OUT -> {
          if (status == JobStatus.TIMED_OUT) {
            abort(job);
          }
          if (job.attempt() < MOST_ATTEMPTS) {
            still.addFirst(job);
          } else {
            rules.slots().give();
            failures.exhausted(job, status);
          }
        }
      }
    }
    running = still;
  }

  private void abortAll() throws InterruptedException {
    for (Job job : running) {
      switch (job.status(clock.now())) {
        case RUNNING, TIMED_OUT -> abort(job);
        case COMPLETED, FAILED, SKIPPED -> {}
      }
    }
    close();
  }

  /// Lets other streams have the slots of jobs that still run. The jobs themselves go on.
  @Override
  public void close() {
    running.forEach(job -> rules.slots().give());
    running = new ArrayList<>();
  }

  private void abort(Job job) throws InterruptedException {
    try {
      api.abort(job, meter);
    } catch (GodwitException e) {
      log.warn(
          "Stream %s: a job could not be aborted: %s"
              .formatted(job.slice().stream(), e.describe()));
    }
  }
}
