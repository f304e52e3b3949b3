package dev.godwit.manifest.internal.stream;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.manifest.internal.record.Occasion;
import dev.godwit.manifest.internal.record.RestOfList;
import dev.godwit.manifest.internal.slice.Cursors;
import dev.godwit.manifest.internal.slice.Partitions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Fetches the lists of which rows hold only the beginning, with a retriever that sees the row as
/// `parent_record` of its slice.
record WholeLists(Retriever retriever) implements RestOfList {
  static final String NAME = "record_expander_truncated_list";

  @Override
  public Elements of(Map<String, @Nullable Object> parent, Occasion occasion) {
    StreamName name = StreamName.of(NAME);
    Slice slice = new Slice(name, 0, Map.of("parent_record", parent), Map.of(), Map.of());
    return new Fetched(
        new SlicePages(
            retriever, Cursors.unordered(name, Partitions.whole()), slice, occasion.meter()));
  }

  private static final class Fetched implements Elements {
    private final SlicePages pages;
    private @Nullable JsonRows rows;
    private int next;

    Fetched(SlicePages pages) {
      this.pages = pages;
    }

    @Override
    public @Nullable Map<String, @Nullable Object> next() throws InterruptedException {
      if (rows == null || next == rows.rows()) {
        rows = pages.next();
        next = 0;
      }
      if (rows == null) {
        pages.close();
        return null;
      }
      return AllRows.row(rows, next++);
    }
  }
}
