package dev.godwit;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The write modes of a destination.
record OfferedModes(Set<WriteMode> modes) {
  OfferedModes {
    modes = Set.copyOf(modes);
  }

  /// The mode that was asked for, or the one that suits the stream best.
  ///
  /// @param asked null where nobody has asked for one
  /// @param keyed whether rows have a primary key
  /// @throws GodwitException CONFIG `destination.write-mode` when it is not offered
  WriteMode choose(@Nullable WriteMode asked, StreamName stream, SyncMode syncMode, boolean keyed) {
    WriteMode wanted = asked == null ? usual(syncMode, keyed) : asked;
    if (!modes.contains(wanted)) {
      throw refused(wanted).at(Place.stream(stream.toString()));
    }
    return wanted;
  }

  private WriteMode usual(SyncMode syncMode, boolean keyed) {
    WriteMode best = WriteMode.byDefault(syncMode, keyed);
    return modes.contains(best) ? best : WriteMode.byDefault(syncMode, false);
  }

  private GodwitException refused(WriteMode mode) {
    String offered =
        modes.stream().sorted().map(WriteMode::wireName).collect(Collectors.joining(", "));
    return GodwitException.config(
            "destination.write-mode",
            "The destination can't be written with " + mode.wireName() + ".")
        .hint("It offers " + offered + ".");
  }
}
