package dev.godwit.manifest.internal.stream;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.slice.CursorRules;
import dev.godwit.manifest.internal.slice.Remainder;
import org.jspecify.annotations.Nullable;

/// Pages a slice from its first page again: the same slice, once, or what is left of it by the
/// cursor. For one thread.
final class Restarts {
  /// When a stream pages anew.
  ///
  /// @param cursor what is left of a slice is told by it; null where the whole slice is read again
  /// @param mostRows pages begin anew after so many rows; 0 for never
  record Rules(@Nullable CursorRules cursor, int mostRows) {
    /// What holds where a manifest says nothing.
    static final Rules DEFAULT = new Rules(null, 0);
  }

  private final Rules rules;
  private final @Nullable Remainder remainder;
  private Slice slice;
  private long rows;
  private boolean spent;

  Restarts(Rules rules, Slice slice) {
    this.rules = rules;
    this.slice = slice;
    this.remainder = rules.cursor() == null ? null : new Remainder(rules.cursor(), slice);
    this.spent = remainder != null;
  }

  /// Looks at rows that are handed on.
  void observe(JsonRows batch) {
    rows += batch.rows();
    if (remainder != null) {
      remainder.observe(batch);
    }
  }

  boolean isDue() {
    return rules.mostRows() > 0 && rows >= rules.mostRows();
  }

  /// The slice to read from its first page.
  ///
  /// @throws GodwitException SYSTEM `page.restart` when it was read already and nothing came of it
  Slice begin() {
    Slice next = remainder == null ? slice : remainder.slice();
    if (next.equals(slice)) {
      if (spent) {
        throw GodwitException.system(
                "page.restart", "Paging was to begin anew a second time for the same interval.")
            .hint("Read shorter intervals, or check the action RESET_PAGINATION.");
      }
      spent = true;
    }
    slice = next;
    rows = 0;
    return next;
  }
}
