package dev.godwit.manifest.internal.page;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Pages begin at an offset that grows by the rows that came.
///
/// @param pageSize rows asked for; null where the API decides
/// @param actualSize rows that a full page has, which an API may tell in its answer
record Offsets(
    @Nullable Long pageSize, Function<Page, @Nullable Long> actualSize, boolean tellsFirst)
    implements PageStrategy {
  @Override
  public @Nullable Object initial() {
    return tellsFirst ? (Long) 0L : null;
  }

  @Override
  public @Nullable Object next(Page page, @Nullable Object previous) {
    Long size = page.reducedSize() == null ? actualSize.apply(page) : page.reducedSize();
    if (PageNumbers.isLast(page.extracted(), size)) {
      return null;
    }
    long offset = previous instanceof Long number ? number : 0;
    return offset + page.extracted();
  }

  /// A guess: full pages have as many rows as were asked for.
  @Override
  public @Nullable Object following(@Nullable Object token) {
    if (pageSize == null || pageSize == 0) {
      return null;
    }
    return (token instanceof Long number ? number : 0) + pageSize;
  }
}
