package dev.godwit.connection;

import dev.godwit.core.ShrinkPolicy;
import dev.godwit.core.sync.RetryPolicy;
import dev.godwit.core.sync.RunPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a connection wants to be done when things go wrong.
final class RunSettings {
  private RunSettings() {}

  static RunPolicy read(@Nullable Section section) {
    if (section == null) {
      return RunPolicy.USUAL;
    }
    Long attempts = section.number("attempts");
    Long minutes = section.number("max_silence");
    Boolean shrink = section.flag("allow_shrink");
    section.end();
    RunPolicy policy = RunPolicy.USUAL;
    if (attempts != null) {
      policy = policy.with(RetryPolicy.PATIENT.withAttempts(Math.toIntExact(attempts)));
    }
    if (minutes != null) {
      policy = policy.withSilence(Duration.ofMinutes(minutes));
    }
    return Boolean.TRUE.equals(shrink) ? policy.with(ShrinkPolicy.ALLOW) : policy;
  }
}
