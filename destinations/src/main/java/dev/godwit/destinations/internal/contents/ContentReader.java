package dev.godwit.destinations.internal.contents;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.core.StreamReader;
import dev.godwit.core.StreamState;
import dev.godwit.core.Traffic;
import dev.godwit.destinations.internal.sql.SqlThread;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a relation by one query. Its slices are portions of the rows in the order in which they
/// come, so that a destination can land a large table in steps: the next one begins where the one
/// before it has ended.
final class ContentReader implements StreamReader {
  private final Relation relation;
  private final ContentSource.Opening opening;
  private final SqlThread thread;
  private @Nullable RowPages pages;
  private @Nullable Portion portion;
  private long made;
  private volatile boolean failed;

  ContentReader(Relation relation, ContentSource.Opening opening, SqlThread thread) {
    this.relation = relation;
    this.opening = opening;
    this.thread = thread;
  }

  /// Waits until the slice before has been closed. What nobody has read of it is passed over. After
  /// one that could not be read there is none.
  @Override
  public @Nullable Slice nextSlice() throws InterruptedException {
    Portion before = portion;
    if (before != null) {
      before.awaitClose();
      if (failed) {
        return null;
      }
      before.passOver();
    }
    Slice slice = new Slice(relation.stream().name(), made, Map.of(), Map.of(), Map.of());
    JsonRows first = next(slice);
    if (first == null) {
      return null;
    }
    made++;
    portion = new Portion(slice, first, this::next);
    return slice;
  }

  private @Nullable JsonRows next(Slice slice) {
    try {
      return read(slice);
    } catch (RuntimeException | Error e) {
      failed = true;
      throw e;
    }
  }

  private @Nullable JsonRows read(Slice slice) {
    return thread.call(() -> {
      RowPages open = pages;
      if (open == null) {
        open = new RowPages(opening.open(relation), relation.isLoose());
        pages = open;
      }
      return open.next(slice);
    });
  }

  @Override
  public SliceReader open(Slice slice) {
    Portion last = portion;
    if (last == null || !last.slice().equals(slice)) {
      throw new IllegalArgumentException("only the last slice can be opened");
    }
    return last;
  }

  @Override
  public void finish(Slice slice) {}

  @Override
  public @Nullable StreamState state() {
    return null;
  }

  @Override
  public Duration stateInterval() {
    return Duration.ZERO;
  }

  @Override
  public @Nullable StreamState end(Checkpoint.Extent extent) {
    return null;
  }

  @Override
  public Traffic traffic() {
    return Traffic.NONE;
  }

  @Override
  public void close() {
    try {
      thread.call(() -> {
        if (pages != null) {
          pages.close();
          pages = null;
        }
        return null;
      });
    } finally {
      thread.close();
    }
  }
}
