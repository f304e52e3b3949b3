package dev.godwit.manifest.internal.python;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// Walks a list by position, as Python does: what is appended on the way is walked as well.
final class LiveIterator implements Iterator<@Nullable Object> {
  private final List<?> list;
  private int next;

  LiveIterator(List<?> list) {
    this.list = list;
  }

  @Override
  public boolean hasNext() {
    return next < list.size();
  }

  @Override
  public @Nullable Object next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return list.get(next++);
  }
}
