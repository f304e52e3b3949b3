package dev.godwit.core.sync;

import dev.godwit.core.ShrinkPolicy;
import java.time.Duration;

/// What a run does when things go wrong.
///
/// @param retry when streams fail
/// @param shrinking when few rows are to replace many
/// @param silence when a source gives no sign of life for so long, its stream fails; zero never
public record RunPolicy(RetryPolicy retry, ShrinkPolicy shrinking, Duration silence) {
  /// Patient with sources, as far as somebody who waits for the result is, and careful with tables.
  public static final RunPolicy USUAL =
      new RunPolicy(RetryPolicy.PATIENT.withAttempts(3), ShrinkPolicy.USUAL, Duration.ofHours(1));

  /// One attempt, and otherwise as usual.
  public static final RunPolicy ONCE = USUAL.with(RetryPolicy.NONE);

  public RunPolicy with(RetryPolicy other) {
    return new RunPolicy(other, shrinking, silence);
  }

  public RunPolicy with(ShrinkPolicy other) {
    return new RunPolicy(retry, other, silence);
  }

  /// This policy with another patience for silent sources.
  public RunPolicy withSilence(Duration other) {
    return new RunPolicy(retry, shrinking, other);
  }
}
