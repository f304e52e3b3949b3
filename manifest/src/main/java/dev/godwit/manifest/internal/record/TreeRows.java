package dev.godwit.manifest.internal.record;

import dev.godwit.core.RowFile;
import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows that are changed as plain values.
final class TreeRows implements RowSource {
  private final FoundRows found;
  private final RowSelector selector;
  private final Rewriting rewriting;
  private final Occasion occasion;
  private @Nullable RowFile file;
  private boolean hasNulls;

  TreeRows(FoundRows found, RowSelector selector, Rewriting rewriting, Occasion occasion) {
    this.found = found;
    this.selector = selector;
    this.rewriting = rewriting;
    this.occasion = occasion;
  }

  @Override
  public boolean advance() throws InterruptedException {
    return found.advance();
  }

  @Override
  public boolean write(JsonBuffer target) throws InterruptedException {
    Object row = found.row();
    Map<String, @Nullable Object> selected =
        row == FoundRows.Gap.LEFT_OUT
            ? null
            : rewriting.apply(row, occasion.scope().with("record", row));
    if (selected == null) {
      return false;
    }
    selector.cast(selected, occasion);
    file = selector.file(selected, occasion);
    hasNulls = selected.containsValue(null);
    JsonWriter.write(selected, target);
    return true;
  }

  @Override
  public boolean hasNulls() {
    return hasNulls;
  }

  @Override
  public @Nullable RowFile file() {
    return file;
  }
}
