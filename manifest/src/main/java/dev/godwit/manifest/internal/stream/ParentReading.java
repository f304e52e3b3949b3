package dev.godwit.manifest.internal.stream;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.JsonRows;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.core.StreamState;
import dev.godwit.manifest.internal.stream.SubstreamRouter.Parent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads one parent row by row. A parent's slice counts as finished before its last row is handed
/// on, so that the parent's state may be stored once that row's partition is read. The slice after
/// is made before, so that the last one is known.
final class ParentReading implements AutoCloseable {
  /// A row of the parent, and the slice that it came with.
  record Row(JsonRows rows, int number, Slice slice) {}

  private final Parent parent;
  private final ManifestStreamReader reader;
  private boolean begun;
  private @Nullable Slice slice;
  private @Nullable Slice following;
  private @Nullable SliceReader pages;
  private @Nullable JsonRows batch;
  private int next;
  private volatile @Nullable Map<String, @Nullable Object> state;

  ParentReading(Parent parent, ManifestStreamReader reader) {
    this.parent = parent;
    this.reader = reader;
  }

  Parent parent() {
    return parent;
  }

  /// The next row, or null at the end.
  @Nullable Row next() throws InterruptedException {
    while (batch == null) {
      if (!openSlice()) {
        return null;
      }
    }
    Row row = new Row(batch, next, batch.slice());
    next++;
    if (next == batch.rows()) {
      batch = nextBatch();
      next = 0;
      if (batch == null) {
        finishSlice();
      }
    }
    return row;
  }

  private boolean openSlice() throws InterruptedException {
    slice = begun ? following : reader.nextSlice();
    begun = true;
    if (slice == null) {
      return false;
    }
    following = reader.nextSlice();
    state = null;
    closePages();
    pages = reader.open(slice);
    batch = nextBatch();
    next = 0;
    if (batch == null) {
      finishSlice();
    }
    return true;
  }

  private @Nullable JsonRows nextBatch() throws InterruptedException {
    RecordBatch read = pages == null ? null : pages.next();
    return switch (read) {
      case null -> null;
      case JsonRows rows -> rows;
    };
  }

  private void finishSlice() {
    if (slice != null) {
      reader.finish(slice);
    }
    if (following == null) {
      StreamState end = reader.end(Checkpoint.Extent.COMPLETE);
      assert end != null : "streams of manifests always end with a state";
    }
    state = null;
  }

  /// The parent's state; the same object until it moves.
  Map<String, @Nullable Object> state() {
    Map<String, @Nullable Object> current = state;
    if (current == null) {
      current = reader.snapshot();
      state = current;
    }
    return current;
  }

  private void closePages() {
    if (pages != null) {
      pages.close();
    }
  }

  @Override
  public void close() {
    closePages();
    reader.close();
  }
}
