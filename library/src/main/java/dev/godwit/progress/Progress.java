package dev.godwit.progress;

import dev.godwit.core.error.GodwitException;
import org.jspecify.annotations.Nullable;

/// How far a stream is.
///
/// @param stream its name
/// @param rowsRead that the source has delivered
/// @param bytesRead of those rows as JSON
/// @param rowsCommitted that became durable
/// @param requests sent to the API, retries included
/// @param retries of requests
/// @param waiting whether the API's limits make it wait
/// @param warning the last one; null while there is none
/// @param error why it failed, or a part of it; null while nothing has
public record Progress(
    String stream,
    Phase phase,
    long rowsRead,
    long bytesRead,
    long rowsCommitted,
    long requests,
    long retries,
    boolean waiting,
    @Nullable String warning,
    @Nullable GodwitException error) {
  /// Where a stream is.
  public enum Phase {
    READING,
    /// Everything is read; the last rows are being written.
    WRITING,
    SUCCEEDED,
    FAILED
  }

  static Progress of(String stream) {
    return new Progress(stream, Phase.READING, 0, 0, 0, 0, 0, false, null, null);
  }

  /// Whether nothing more will come of the stream.
  public boolean isOver() {
    return phase == Phase.SUCCEEDED || phase == Phase.FAILED;
  }
}
