package dev.godwit.manifest.internal.template;

import static dev.godwit.manifest.internal.python.Missing.MISSING;

import dev.godwit.manifest.internal.python.PythonIterator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A lazy sequence: nothing is computed, and nothing fails, before somebody asks for an item.
final class Generator implements Iterator<@Nullable Object> {
  private final Supplier<@Nullable Object> items;
  private @Nullable Object next = MISSING;

  private Generator(Supplier<@Nullable Object> items) {
    this.items = items;
  }

  /// @param items gives one item a call, [dev.godwit.manifest.internal.python.Missing#MISSING] at
  ///   the end
  static PythonIterator of(Supplier<@Nullable Object> items) {
    return new PythonIterator("generator", new Generator(items));
  }

  /// Everything that `source` walks over, once it is asked for the first item.
  static PythonIterator deferred(Supplier<Iterator<? extends @Nullable Object>> source) {
    return of(
        new Supplier<>() {
          private @Nullable Iterator<? extends @Nullable Object> started;

          @Override
          public @Nullable Object get() {
            Iterator<? extends @Nullable Object> iterator =
                started == null ? source.get() : started;
            started = iterator;
            return iterator.hasNext() ? iterator.next() : MISSING;
          }
        });
  }

  @Override
  public boolean hasNext() {
    if (next == MISSING) {
      next = items.get();
    }
    return next != MISSING;
  }

  @Override
  public @Nullable Object next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Object item = next;
    next = MISSING;
    return item;
  }
}
