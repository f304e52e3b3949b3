package dev.godwit.manifest.internal.job;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.spec.AsyncRetriever.AsyncJobStatusMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The API's words for the states of a job.
final class StatusWords {
  private final Map<String, JobStatus> meanings = new HashMap<>();

  /// @throws GodwitException CONFIG `job.ambiguous-status` when a word stands for two states
  StatusWords(AsyncJobStatusMap spec) {
    add(spec, spec.running(), JobStatus.RUNNING);
    add(spec, spec.completed(), JobStatus.COMPLETED);
    add(spec, spec.failed(), JobStatus.FAILED);
    add(spec, spec.timeout(), JobStatus.TIMED_OUT);
    add(spec, spec.skipped(), JobStatus.SKIPPED);
  }

  private void add(AsyncJobStatusMap spec, List<String> words, JobStatus status) {
    for (String word : words) {
      if (meanings.putIfAbsent(word, status) != null) {
        throw GodwitException.config(
                "job.ambiguous-status", "The job status '" + word + "' is listed twice.")
            .at(spec.origin().place());
      }
    }
  }

  /// @throws GodwitException SYSTEM `job.unknown-status`
  JobStatus meaning(String word) {
    JobStatus status = meanings.get(word);
    if (status == null) {
      throw GodwitException.system(
              "job.unknown-status", "The API says that a job is '" + word + "'.")
          .hint("Add the word to the status_mapping of the manifest.");
    }
    return status;
  }
}
