package dev.godwit.destinations.internal.staging;

import dev.godwit.core.JsonRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of one slice: as they came while they are few, then in files of their own. For one thread.
final class SliceRows {
  private final List<JsonRows> batches = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();
  private @Nullable StagedFile open;
  private long bytesInMemory;
  private long bytesInFiles;
  private int handedOut;
  private boolean kept;

  void append(JsonRows rows) {
    batches.add(rows);
    bytesInMemory += rows.page().length;
  }

  /// What the batches in memory hold on to.
  long bytesInMemory() {
    return bytesInMemory;
  }

  long bytesInFiles() {
    return bytesInFiles;
  }

  /// The slice's own files, in the order of their rows; none while all rows are in memory.
  List<Path> files() {
    return files;
  }

  /// Those of {@link #files()} that get no more rows and were not handed out here before.
  List<Path> fullFiles() {
    int full = files.size() - (open == null ? 0 : 1);
    if (kept || full == handedOut) {
      return List.of();
    }
    List<Path> fresh = List.copyOf(files.subList(handedOut, full));
    handedOut = full;
    return fresh;
  }

  /// Hands out no more full files where some were handed out in vain: they would come after these.
  void keepFiles() {
    kept = handedOut > 0;
  }

  /// Moves the rows in memory to the slice's own files.
  void spill(StagingFolder folder, RowEncoder encoder) throws IOException {
    for (JsonRows rows : batches) {
      StagedFile file = open;
      if (file == null) {
        file = new StagedFile(folder);
        open = file;
        files.add(file.path());
      }
      bytesInFiles += file.write(rows, encoder);
      if (file.isFull()) {
        closeFile();
      }
    }
    forgetBatches();
  }

  /// Moves the rows in memory to a file.
  ///
  /// @return how many bytes they take there
  long moveTo(StagedFile target, RowEncoder encoder) throws IOException {
    long bytes = 0;
    for (JsonRows rows : batches) {
      bytes += target.write(rows, encoder);
    }
    forgetBatches();
    return bytes;
  }

  private void forgetBatches() {
    batches.clear();
    bytesInMemory = 0;
  }

  /// Ends the slice's own files.
  void closeFile() throws IOException {
    StagedFile file = open;
    open = null;
    if (file != null) {
      file.close();
    }
  }
}
