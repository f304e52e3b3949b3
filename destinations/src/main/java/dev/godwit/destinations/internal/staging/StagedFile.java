package dev.godwit.destinations.internal.staging;

import dev.godwit.core.JsonRows;
import dev.godwit.core.json.JsonBuffer;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/// A staging file while it is written. It is not a channel on purpose: an interrupt would close
/// that. For one thread.
public final class StagedFile {
  /// What a database loads in some hundredths of a second.
  public static final long FULL = 4L << 20;

  private final Path path;
  private final OutputStream out;
  private long bytes;

  StagedFile(StagingFolder folder) throws IOException {
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

  /// Writes rows.
  ///
  /// @return how many bytes they take
  int write(JsonRows rows, RowEncoder encoder) throws IOException {
    JsonBuffer encoded = encoder.encode(rows);
    bytes += encoded.length();
    encoded.writeTo(out);
    return encoded.length();
  }

  void close() throws IOException {
    out.close();
  }
}
