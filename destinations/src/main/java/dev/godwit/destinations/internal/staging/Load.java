package dev.godwit.destinations.internal.staging;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Staged rows that are to be committed.
///
/// @param files in the order of the rows
/// @param hasChanges whether some rows were changed to fit
/// @param longestRow no row takes more bytes
public record Load(List<Path> files, boolean hasChanges, int longestRow) implements AutoCloseable {
  private static final int STEP = 256 << 10;

  /// No rows.
  public static final Load NONE = new Load(List.of(), false, 0);

  public Load {
    files = List.copyOf(files);
  }

  public boolean isEmpty() {
    return files.isEmpty();
  }

  /// This load but for some of its files, which nobody need close.
  public Load without(Collection<Path> others) {
    List<Path> rest = new ArrayList<>(files);
    rest.removeAll(others);
    return new Load(rest, hasChanges, longestRow);
  }

  /// Some of this load's files, which nobody need close.
  public Load only(List<Path> some) {
    return new Load(some, hasChanges, longestRow);
  }

  /// Takes bytes of rows.
  @FunctionalInterface
  public interface Taking {
    /// Takes some.
    ///
    /// @param bytes the first `length` of these, until this returns
    void take(byte[] bytes, int length) throws IOException;
  }

  /// Reads all rows, in their order.
  public void read(Taking taking) throws IOException {
    byte[] step = new byte[STEP];
    for (Path file : files) {
      try (InputStream in = new FileInputStream(file.toFile())) {
        for (int length = in.read(step); length > 0; length = in.read(step)) {
          taking.take(step, length);
        }
      }
    }
  }

  /// Removes the files.
  @Override
  public void close() {
    for (Path file : files) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // It stays in the staging folder, which is removed by the next run at the latest.
      }
    }
  }
}
