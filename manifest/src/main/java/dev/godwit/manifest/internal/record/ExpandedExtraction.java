package dev.godwit.manifest.internal.record;

import dev.godwit.manifest.internal.decode.Body;
import org.jspecify.annotations.Nullable;

/// Rows made of the elements of lists inside the rows that another extraction finds.
record ExpandedExtraction(Extraction parents, Expansion expansion) implements Extraction {
  @Override
  public FoundRows rows(Body body, Occasion occasion) {
    return new Rows(parents.rows(body, occasion), occasion);
  }

  private final class Rows implements FoundRows {
    private final FoundRows found;
    private final Occasion occasion;
    private @Nullable FoundRows children;

    Rows(FoundRows found, Occasion occasion) {
      this.found = found;
      this.occasion = occasion;
    }

    @Override
    public boolean advance() throws InterruptedException {
      while (children == null || !children.advance()) {
        if (!found.advance()) {
          return false;
        }
        children = expansion.of(found.row(), occasion);
      }
      return true;
    }

    @Override
    public @Nullable Object row() {
      return children == null ? null : children.row();
    }
  }
}
