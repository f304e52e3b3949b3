package dev.godwit.destinations.internal.staging;

import java.io.IOException;
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
