package dev.godwit.cli.progress;

import dev.godwit.core.Traffic;
import dev.godwit.core.error.GodwitException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How far a stream has come. Immutable.
///
/// @param rows read so far
/// @param elapsed since the stream started; zero before
/// @param error the latest; null while all is well
record StreamProgress(
    String stream,
    Phase phase,
    long rows,
    Traffic traffic,
    Duration elapsed,
    @Nullable GodwitException error) {
  /// Where a stream stands.
  enum Phase {
    WAITING("waiting"),
    READING("reading"),
    COMMITTING("writing"),
    DONE("done"),
    FAILED("failed");

    private final String word;

    Phase(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    boolean isActive() {
      return this == READING || this == COMMITTING;
    }

    boolean isOver() {
      return this == DONE || this == FAILED;
    }
  }
}
