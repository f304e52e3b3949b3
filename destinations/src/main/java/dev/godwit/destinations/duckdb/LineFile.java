package dev.godwit.destinations.duckdb;

import dev.godwit.core.JsonRows;
import dev.godwit.core.json.JsonBuffer;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/// A staging file while it is written. It is not a channel on purpose: an interrupt would close
/// that. For one thread.
final class LineFile {
  /// What DuckDB loads in some hundredths of a second.
  static final long FULL = 4L << 20;

  private final Path path;
  private final OutputStream out;
  private long bytes;

  LineFile(StagingFolder folder) throws IOException {
    path = folder.newFile();
    out = new FileOutputStream(path.toFile());
  }

  Path path() {
    return path;
  }

  /// Whether further rows should go to another file.
  boolean isFull() {
    return bytes >= FULL;
  }

  /// Writes rows as lines.
  ///
  /// @return how many bytes they take
  int write(JsonRows rows, RowEncoder encoder) throws IOException {
    JsonBuffer lines = encoder.encode(rows);
    bytes += lines.length();
    lines.writeTo(out);
    return lines.length();
  }

  void close() throws IOException {
    out.close();
  }
}
