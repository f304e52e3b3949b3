package dev.godwit.testkit;

import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import java.util.List;

/// One reading of a stream whose rows are known beforehand. Its state is `{"reading": number,
/// "finished": [slices]}`: an unfinished reading goes on with the slices that are missing, a new
/// one delivers all of them.
///
/// @param reading which reading of the stream this is; of two with the same number, the second goes
///   on where the first one stopped
/// @param stateful whether there is a state at all
public record ScriptedStream(
    Stream stream, long reading, List<ScriptedSlice> slices, boolean stateful) {
  public ScriptedStream {
    slices = List.copyOf(slices);
  }

  /// The first reading of a stream, with a state.
  public static ScriptedStream of(Stream stream, ScriptedSlice... slices) {
    return new ScriptedStream(stream, 1, List.of(slices), true);
  }

  /// These slices as another reading.
  public ScriptedStream reading(long number) {
    return new ScriptedStream(stream, number, slices, stateful);
  }

  StreamName name() {
    return stream.name();
  }
}
