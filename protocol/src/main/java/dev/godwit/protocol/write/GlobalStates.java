package dev.godwit.protocol.write;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.protocol.message.StateScope;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A state of all streams, taken apart: what is stored with the rows of each.
final class GlobalStates {
  private GlobalStates() {}

  /// The states of the streams that it names, each with what all share.
  static Map<StreamName, Map<String, @Nullable Object>> of(StateScope.Global global) {
    Map<StreamName, Map<String, @Nullable Object>> states = new HashMap<>();
    for (StateScope.OneStream stream : global.streams()) {
      Map<String, @Nullable Object> state = new LinkedHashMap<>();
      state.put("shared_state", global.shared());
      state.put("stream_state", stream.value());
      states.put(stream.stream(), state);
    }
    return states;
  }
}
