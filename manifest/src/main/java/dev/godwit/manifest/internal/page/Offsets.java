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
    if (PageNumbers.isLast(page.extracted(), actualSize.apply(page))) {
      return null;
    }
    long offset = previous instanceof Long number ? number : 0;
    return offset + page.extracted();
  }
}
