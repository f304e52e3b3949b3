package dev.godwit.manifest.internal.record;

import dev.godwit.core.json.JsonElements;
import dev.godwit.core.json.JsonParser;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// What an extraction found: rows, or what stands in their place. For one thread.
interface FoundRows {
  /// Stands in the place of a row.
  enum Gap {
    /// An empty row was left out. Pagination counts it.
    LEFT_OUT
  }

  /// Moves to the next row.
  ///
  /// @return whether there is one
  boolean advance() throws InterruptedException;

  /// The row as a plain value that may be changed, whatever its type, or {@link Gap#LEFT_OUT}.
  @Nullable Object row();

  /// Rows that lie in bytes; each is parsed when it is asked for.
  static FoundRows in(JsonElements elements) {
    return new FoundRows() {
      private int next;

      @Override
      public boolean advance() {
        next++;
        return next <= elements.count();
      }

      @Override
      public @Nullable Object row() {
        return JsonParser.STRICT.parse(
            elements.page(), elements.start(next - 1), elements.end(next - 1));
      }
    };
  }

  /// Rows that are there already.
  static FoundRows of(Iterator<? extends @Nullable Object> rows) {
    return new FoundRows() {
      private @Nullable Object row;

      @Override
      public boolean advance() {
        if (!rows.hasNext()) {
          return false;
        }
        row = rows.next();
        return true;
      }

      @Override
      public @Nullable Object row() {
        return row;
      }
    };
  }
}
