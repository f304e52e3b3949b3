package dev.godwit.manifest.internal.stream;

import dev.godwit.core.Surroundings;
import dev.godwit.manifest.internal.page.Paginator;
import dev.godwit.manifest.internal.page.SmallerPages;
import dev.godwit.manifest.internal.property.Properties;
import org.jspecify.annotations.Nullable;

/// How a stream's slices are read page by page, and what is done about pages that the API refuses.
/// Thread-safe.
///
/// @param properties that requests ask for; null where the manifest chooses none
/// @param smaller null where pages never become smaller
/// @param splitting null where slices are never cut
/// @param ahead null where pages are asked for one after the other
record Paging(
    Paginator paginator,
    @Nullable Properties properties,
    @Nullable SmallerPages smaller,
    Restarts.Rules restarts,
    @Nullable WindowSplitting splitting,
    @Nullable Ahead ahead,
    Surroundings surroundings) {
  /// One page after the other, and nothing done about refusals.
  static Paging plain(Paginator paginator, Surroundings surroundings) {
    return new Paging(paginator, null, null, Restarts.Rules.DEFAULT, null, null, surroundings);
  }
}
