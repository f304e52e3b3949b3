package dev.godwit.manifest.internal.stream;

import dev.godwit.core.Slice;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.slice.Halves;
import java.util.List;

/// Cuts the interval of a slice where the API refuses it.
///
/// @param advice what the manifest adds to the error; empty for nothing
record WindowSplitting(Halves halves, String advice) {
  /// How often one slice is cut, so that a strange cursor cannot go on for ever.
  private static final int MOST_CUTS = 10;

  /// The parts to read instead of a slice.
  ///
  /// @param cuts that led to this slice
  /// @param said what the manifest or the API says about the slice
  /// @throws GodwitException TRANSIENT `page.window-refused` when it cannot be cut any more
  List<Slice> parts(Slice slice, int cuts, String said) {
    List<Slice> parts = cuts >= MOST_CUTS ? List.of() : halves.of(slice);
    if (parts.isEmpty()) {
      String detail = said.isEmpty() ? "" : " It says: " + said;
      GodwitException error =
          GodwitException.transientError(
              "page.window-refused",
              "The API refuses the interval "
                  + slice.describe()
                  + ", which cannot be made smaller."
                  + detail);
      throw error.hint(advice.isEmpty() ? "Ask for less, or run again later." : advice);
    }
    return parts;
  }
}
