package dev.godwit.manifest.internal.job;

import dev.godwit.core.error.GodwitException;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What went wrong while other jobs went on, each problem once. For one thread.
final class JobFailures {
  private final LinkedHashMap<String, GodwitException> byText = new LinkedHashMap<>();
  private @Nullable GodwitException firstRefusal;

  void add(GodwitException error) {
    byText.putIfAbsent(error.describe(), error);
  }

  /// Notes that a job could not be created. That alone is no failure, but it says most about one.
  void refused(GodwitException refusal) {
    firstRefusal = firstRefusal == null ? refusal : firstRefusal;
  }

  /// Notes that a slice has had all its attempts.
  void exhausted(Job job, JobStatus status) {
    String slice = job.slice().describe();
    add(
        GodwitException.system(
            "job.failed",
            "A job%s %s %d times."
                .formatted(
                    slice.isEmpty() ? "" : " for " + slice,
                    status == JobStatus.TIMED_OUT ? "timed out" : "failed",
                    job.attempt())));
  }

  /// @throws GodwitException SYSTEM `job.failed` with every problem, or why a job could not be
  ///   created
  void requireNone() {
    if (byText.isEmpty()) {
      return;
    }
    if (firstRefusal != null) {
      throw firstRefusal;
    }
    String problems =
        byText.values().stream().map(GodwitException::message).collect(Collectors.joining(" "));
    throw GodwitException.system("job.failed", problems)
        .at(byText.firstEntry().getValue().place())
        .hint("The rows of the other jobs were read. The log says more.")
        .causedBy(byText.firstEntry().getValue());
  }
}
