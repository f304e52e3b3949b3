package dev.godwit.manifest.internal.job;

import dev.godwit.core.Slice;
import dev.godwit.manifest.internal.request.Exchange;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One attempt to have the API prepare a slice. For one thread until it is completed.
public final class Job {
  private final Slice slice;
  private final int attempt;
  private final Duration begun;
  private final Duration timeout;
  private final Map<String, @Nullable Object> creation;
  private final boolean refused;
  private JobStatus known;
  private @Nullable Duration ended;
  private @Nullable Duration retryAt;
  private @Nullable Exchange lastPoll;

  private Job(
      Slice slice,
      int attempt,
      Duration begun,
      Duration timeout,
      Map<String, @Nullable Object> creation,
      boolean refused) {
    this.slice = slice;
    this.attempt = attempt;
    this.begun = begun;
    this.timeout = timeout;
    this.creation = creation;
    this.refused = refused;
    this.known = refused ? JobStatus.FAILED : JobStatus.RUNNING;
  }

  /// A job that the API has taken on.
  ///
  /// @param creation fields of the API's answer
  static Job begun(
      Slice slice,
      int attempt,
      Duration now,
      Duration timeout,
      Map<String, @Nullable Object> creation) {
    return new Job(slice, attempt, now, timeout, creation, false);
  }

  /// A job that could not be created.
  static Job refused(Slice slice, int attempt, Duration now) {
    return new Job(slice, attempt, now, Duration.ofSeconds(Long.MAX_VALUE), Map.of(), true);
  }

  public Slice slice() {
    return slice;
  }

  int attempt() {
    return attempt;
  }

  /// Fields of the answer to the creation.
  Map<String, @Nullable Object> creation() {
    return creation;
  }

  /// The answer that said that the job is completed.
  Exchange completion() {
    if (lastPoll == null) {
      throw new IllegalStateException("a job that was not polled is not completed");
    }
    return lastPoll;
  }

  /// A job that took longer than it may has timed out, whatever the API says of it.
  JobStatus status(Duration now) {
    Duration taken = (ended == null ? now : ended).minus(begun);
    return taken.compareTo(timeout) > 0 ? JobStatus.TIMED_OUT : known;
  }

  void polled(JobStatus status, Exchange answer, Duration now) {
    known = status;
    lastPoll = answer;
    if (status != JobStatus.RUNNING && ended == null) {
      ended = now;
    }
  }

  /// Whether a failed job may be begun anew now. The first time this is asked, the pause begins.
  ///
  /// @param pause null for none
  boolean mayRetry(Duration now, @Nullable Duration pause) {
    if (pause == null || refused || status(now) != JobStatus.FAILED) {
      return true;
    }
    if (retryAt == null) {
      retryAt = now.plus(pause);
      return false;
    }
    return now.compareTo(retryAt) >= 0;
  }
}
