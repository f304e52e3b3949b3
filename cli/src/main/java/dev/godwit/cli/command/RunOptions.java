package dev.godwit.cli.command;

import dev.godwit.core.ShrinkPolicy;
import dev.godwit.core.sync.RetryPolicy;
import dev.godwit.core.sync.RunPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a sync does when things go wrong.
final class RunOptions {
  @Option(
      names = "--attempts",
      paramLabel = "N",
      description =
          "How often a stream that fails and commits nothing is tried, with waits of 10 s, 30 s,"
              + " 90 s and so on between. Wrong input is never tried again. Default: 3.")
  private @Nullable Integer attempts;

  @Option(
      names = "--max-silence",
      paramLabel = "MINUTES",
      description =
          "A source that gives no sign of life for so long has failed. 0: wait for ever."
              + " Default: 60.")
  private @Nullable Integer silence;

  @Option(
      names = "--allow-shrink",
      description =
          "Replace a table of ten rows or more even when the stream has no rows any more. Without"
              + " it the old rows stay and the stream fails.")
  private boolean allowShrink;

  /// A policy with what was said on the command line.
  RunPolicy over(RunPolicy usual) {
    RunPolicy policy = usual;
    if (attempts != null) {
      policy = policy.with(RetryPolicy.PATIENT.withAttempts(attempts));
    }
    if (silence != null) {
      policy = policy.withSilence(Duration.ofMinutes(silence));
    }
    return allowShrink ? policy.with(ShrinkPolicy.ALLOW) : policy;
  }
}
