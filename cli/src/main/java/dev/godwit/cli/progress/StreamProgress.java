package dev.godwit.cli.progress;

import dev.godwit.core.Pause;
import dev.godwit.core.Traffic;
import dev.godwit.core.error.GodwitException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How far a stream has come. Immutable.
///
/// @param rows read so far
/// @param rowBytes of these rows, as JSON
/// @param committed rows that are durable
/// @param rate rows a second over the last ten seconds; 0 while nothing is read
/// @param elapsed since the stream started; zero before
/// @param checkpointAge since the last commit; null before the first
/// @param pause the wait that goes on, with what is left of it; null where nothing waits
/// @param error the latest; null while all is well
record StreamProgress(
    String stream,
    Phase phase,
    long rows,
    long rowBytes,
    long committed,
    long rate,
    Traffic traffic,
    Duration elapsed,
    @Nullable Duration checkpointAge,
    @Nullable Pause pause,
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
