package dev.godwit.manifest.internal.page;

import org.jspecify.annotations.Nullable;

/// Pages are numbered. A page that is not full, or empty where the size is unknown, is the last.
record PageNumbers(@Nullable Long pageSize, long start, boolean tellsFirst)
    implements PageStrategy {
  @Override
  public @Nullable Object initial() {
    return tellsFirst ? (Long) start : null;
  }

  @Override
  public @Nullable Object next(Page page, @Nullable Object previous) {
    if (isLast(page.extracted(), pageSize)) {
      return null;
    }
    return following(previous);
  }

  @Override
  public Object following(@Nullable Object token) {
    return token instanceof Long number ? number + 1 : (Long) (start + 1);
  }

  static boolean isLast(int rows, @Nullable Long pageSize) {
    return rows == 0 || (pageSize != null && pageSize != 0 && rows < pageSize);
  }
}
