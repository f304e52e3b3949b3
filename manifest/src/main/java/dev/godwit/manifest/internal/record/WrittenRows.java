package dev.godwit.manifest.internal.record;

import dev.godwit.core.JsonRows;
import dev.godwit.core.RowFile;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows that are changed one by one and written anew. An error waits until the rows before it were
/// handed out.
final class WrittenRows implements SelectedRows {
  private static final int ENOUGH = 1 << 20;

  /// Files are fetched with their rows: none should be fetched before its row is asked for.
  private static final int ONE_ROW = 1;

  private final FoundRows found;
  private final RowSelector selector;
  private final Occasion occasion;
  private @Nullable GodwitException failure;
  private boolean ended;

  WrittenRows(FoundRows found, RowSelector selector, Occasion occasion) {
    this.found = found;
    this.selector = selector;
    this.occasion = occasion;
  }

  @Override
  public @Nullable Selection next() throws InterruptedException {
    if (failure != null) {
      throw failure;
    }
    return ended ? null : write();
  }

  private Selection write() throws InterruptedException {
    JsonBuffer buffer = new JsonBuffer();
    JsonRows.Builder rows = new JsonRows.Builder();
    Map<String, @Nullable Object> last = null;
    int extracted = 0;
    try {
      int enough = selector.fetchesFiles() ? ONE_ROW : ENOUGH;
      while (buffer.length() < enough && advance()) {
        extracted++;
        Object row = found.row();
        Map<String, @Nullable Object> selected =
            row == FoundRows.Gap.LEFT_OUT ? null : selector.rewrite(row, occasion);
        if (selected != null) {
          RowFile file = selector.file(selected, occasion);
          int start = buffer.length();
          JsonWriter.write(selected, buffer);
          rows.add(start, buffer.length());
          if (file != null) {
            rows.file(file);
          }
          last = selected;
        }
      }
    } catch (GodwitException e) {
      failure = e;
    }
    if (failure != null && rows.rows() == 0) {
      throw failure;
    }
    Map<String, @Nullable Object> lastKept = last;
    return new Selection(
        rows.build(occasion.slice(), buffer.toBytes(), occasion.now()),
        extracted,
        lastKept == null ? null : () -> lastKept);
  }

  private boolean advance() throws InterruptedException {
    ended = !found.advance();
    return !ended;
  }
}
