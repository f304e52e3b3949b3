package dev.godwit.manifest.internal.record;

import dev.godwit.core.JsonRows;
import dev.godwit.core.RowFile;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonBuffer;
import org.jspecify.annotations.Nullable;

/// Gathers rows that are written anew into batches. An error waits until the rows before it were
/// handed out.
final class WrittenRows implements SelectedRows {
  /// Bytes of a batch.
  private static final int ENOUGH = 1 << 20;

  private final RowSource source;
  private final int enough;
  private final int expected;
  private final Occasion occasion;
  private @Nullable GodwitException failure;
  private boolean ended;

  private WrittenRows(RowSource source, int enough, int expected, Occasion occasion) {
    this.source = source;
    this.enough = enough;
    this.expected = expected;
    this.occasion = occasion;
  }

  /// Batches of a megabyte.
  ///
  /// @param expected bytes that all rows may take
  static WrittenRows of(RowSource source, int expected, Occasion occasion) {
    return new WrittenRows(source, ENOUGH, Math.min(expected, ENOUGH), occasion);
  }

  /// A batch for each row: what is fetched with a row should not be before it is asked for.
  static WrittenRows oneByOne(RowSource source, Occasion occasion) {
    return new WrittenRows(source, 1, 1024, occasion);
  }

  @Override
  public @Nullable Selection next() throws InterruptedException {
    if (failure != null) {
      throw failure;
    }
    return ended ? null : write();
  }

  private Selection write() throws InterruptedException {
    JsonBuffer buffer = new JsonBuffer(expected + expected / 8 + 64);
    JsonRows.Builder rows = new JsonRows.Builder();
    int extracted = 0;
    try {
      while (buffer.length() < enough && advance()) {
        extracted++;
        int start = buffer.length();
        if (source.write(buffer)) {
          int nulls = source.hasNulls() ? -1 : 0;
          rows.add(start, buffer.length(), nulls, nulls);
          RowFile file = source.file();
          if (file != null) {
            rows.file(file);
          }
        }
      }
    } catch (GodwitException e) {
      failure = e;
    }
    if (failure != null && rows.rows() == 0) {
      throw failure;
    }
    JsonRows batch = rows.build(occasion.slice(), page(buffer), occasion.now());
    return new Selection(batch, extracted, batch == null ? null : RowSelector.lastOf(batch));
  }

  /// The buffer's own array, unless most of it is empty.
  private static byte[] page(JsonBuffer buffer) {
    byte[] bytes = buffer.bytes();
    return buffer.length() > bytes.length / 2 ? bytes : buffer.toBytes();
  }

  private boolean advance() throws InterruptedException {
    ended = !source.advance();
    return !ended;
  }
}
