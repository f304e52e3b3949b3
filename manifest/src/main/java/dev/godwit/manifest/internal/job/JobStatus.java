package dev.godwit.manifest.internal.job;

/// How far a job has come.
enum JobStatus {
  RUNNING,
  COMPLETED,
  FAILED,
  TIMED_OUT,
  /// The API has nothing to give for this slice.
  SKIPPED
}
