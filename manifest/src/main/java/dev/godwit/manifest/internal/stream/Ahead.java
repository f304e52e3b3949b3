package dev.godwit.manifest.internal.stream;

import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// How far requests run ahead of the pages that are read. Shared by all streams of a source.
///
/// @param pages asked for before they are needed, at most; above 0
/// @param lanes one for each request that may be under way at the same time
record Ahead(int pages, Semaphore lanes) {
  /// The environment variable that switches it on.
  static final String VARIABLE = "GODWIT_LOOK_AHEAD";

  private static final int MOST = 1000;

  /// What the environment says; null where it is switched off.
  ///
  /// @param concurrency of the source, which requests never exceed together
  static @Nullable Ahead of(Surroundings surroundings, int concurrency) {
    String text = surroundings.variables().getOrDefault(VARIABLE, "").strip();
    int pages = text.isEmpty() ? 0 : parse(text);
    return pages == 0 ? null : new Ahead(pages, new Semaphore(concurrency, true));
  }

  private static int parse(String text) {
    try {
      int pages = Integer.parseInt(text);
      if (pages >= 0 && pages <= MOST) {
        return pages;
      }
    } catch (NumberFormatException notANumber) {
      // Told below.
    }
    throw GodwitException.config(
            "page.look-ahead",
            VARIABLE + " is '" + text + "', not a number from 0 to " + MOST + ".")
        .hint("Write how many pages to ask for ahead, for example 10.");
  }
}
