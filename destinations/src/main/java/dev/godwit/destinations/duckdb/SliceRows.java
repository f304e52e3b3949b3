package dev.godwit.destinations.duckdb;

import dev.godwit.core.JsonRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of one slice: as they came, and in a file of their own once there are many. For one thread.
final class SliceRows {
  private final List<JsonRows> batches = new ArrayList<>();
  private @Nullable LineFile file;
  private long bytesInMemory;

  void append(JsonRows rows) {
    batches.add(rows);
    bytesInMemory += rows.page().length;
  }

  /// What the batches in memory hold on to.
  long bytesInMemory() {
    return bytesInMemory;
  }

  /// The slice's own file; null while all its rows are in memory.
  @Nullable LineFile file() {
    return file;
  }

  /// Moves the rows in memory to the slice's own file.
  void spill(StagingFolder folder, RowEncoder encoder) throws IOException {
    LineFile own = file;
    if (own == null) {
      own = new LineFile(folder);
      file = own;
    }
    moveTo(own, encoder);
  }

  /// Moves the rows in memory to a file.
  void moveTo(LineFile target, RowEncoder encoder) throws IOException {
    for (JsonRows rows : batches) {
      target.write(rows, encoder);
    }
    batches.clear();
    bytesInMemory = 0;
  }
}
