package dev.godwit.manifest.internal.record;

import dev.godwit.manifest.internal.decode.Body;
import dev.godwit.manifest.internal.python.Truth;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of several extractions: of all of them, or of the first that has any.
///
/// @param skipsEmpty whether empty rows are left out; an extraction without others then has none
record CombinedExtraction(List<Extraction> parts, boolean onlyFirst, boolean skipsEmpty)
    implements Extraction {
  @Override
  public FoundRows rows(Body body, Occasion occasion) {
    Iterator<FoundRows> each =
        parts.stream()
            .map(part -> part.rows(body, occasion))
            .map(rows -> skipsEmpty ? new NotEmpty(rows) : rows)
            .iterator();
    return onlyFirst ? new FirstMatch(each) : new Union(each);
  }

  private record NotEmpty(FoundRows rows) implements FoundRows {
    @Override
    public boolean advance() throws InterruptedException {
      return rows.advance();
    }

    @Override
    public @Nullable Object row() {
      Object row = rows.row();
      return Truth.of(row) ? row : Gap.LEFT_OUT;
    }
  }

  private static final class Union implements FoundRows {
    private final Iterator<FoundRows> parts;
    private @Nullable FoundRows current;

    Union(Iterator<FoundRows> parts) {
      this.parts = parts;
    }

    @Override
    public boolean advance() throws InterruptedException {
      while (current == null || !current.advance()) {
        if (!parts.hasNext()) {
          return false;
        }
        current = parts.next();
      }
      return true;
    }

    @Override
    public @Nullable Object row() {
      return current == null ? null : current.row();
    }
  }

  /// Chooses the first part that has a row which was not left out. What it left out before that row
  /// still counts.
  private static final class FirstMatch implements FoundRows {
    private final Iterator<FoundRows> parts;
    private @Nullable FoundRows chosen;
    private @Nullable Object firstRow;
    private int leftOut;
    private int position;

    FirstMatch(Iterator<FoundRows> parts) {
      this.parts = parts;
    }

    @Override
    public boolean advance() throws InterruptedException {
      if (chosen == null) {
        chosen = choose();
      }
      position++;
      return chosen != null && (position <= leftOut + 1 || chosen.advance());
    }

    private @Nullable FoundRows choose() throws InterruptedException {
      while (parts.hasNext()) {
        FoundRows part = parts.next();
        leftOut = 0;
        while (part.advance()) {
          firstRow = part.row();
          if (firstRow != Gap.LEFT_OUT) {
            return part;
          }
          leftOut++;
        }
      }
      return null;
    }

    @Override
    public @Nullable Object row() {
      if (position <= leftOut) {
        return Gap.LEFT_OUT;
      }
      return position == leftOut + 1 || chosen == null ? firstRow : chosen.row();
    }
  }
}
