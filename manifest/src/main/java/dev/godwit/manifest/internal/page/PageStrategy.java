package dev.godwit.manifest.internal.page;

import org.jspecify.annotations.Nullable;

/// How pages follow each other. Stateless: one strategy serves all slices at once.
public interface PageStrategy {
  /// The token of the first page; null for none.
  @Nullable Object initial();

  /// The token of the page after `page`; null when there is none.
  ///
  /// @param previous the token that `page` was asked for with; null for none
  @Nullable Object next(Page page, @Nullable Object previous);

  /// The token of the page after the one of `token`, if there is one, where it can be told without
  /// that page; null where it cannot.
  @Nullable Object following(@Nullable Object token);

  /// Rows a page, as asked for; null where the API decides.
  @Nullable Long pageSize();
}
