package dev.godwit.protocol;

import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.message.StateScope;
import dev.godwit.protocol.wire.StateList;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The states that a read goes on from: a list of STATE messages of single streams, or of one for
/// all.
record StateFile(Map<StreamName, StreamState> states) {
  static final StateFile EMPTY = new StateFile(Map.of());

  /// @throws GodwitException CONFIG `state.unknown-form` or `state.shared`, and as {@link
  ///   JsonFile#read}
  static StateFile read(Path file) {
    Map<StreamName, StreamState> states = new HashMap<>();
    try {
      for (Message.State state : StateList.read(JsonFile.read(file)).states()) {
        streams(state.scope()).forEach(stream -> states.put(stream.stream(), state(stream)));
      }
    } catch (GodwitException e) {
      throw e.at(Place.file(file.toString(), 0, 0, null));
    }
    return new StateFile(states);
  }

  private static List<StateScope.OneStream> streams(StateScope scope) {
    return switch (scope) {
      case StateScope.OneStream stream -> List.of(stream);
      case StateScope.Global global -> {
        if (global.shared() != null) {
          throw GodwitException.config(
                  "state.shared",
                  "The state is shared by all streams, which manifests do not know.")
              .hint("Give a state for each stream.");
        }
        yield global.streams();
      }
      case StateScope.Legacy _ -> throw StateList.unknownForm();
    };
  }

  private static StreamState state(StateScope.OneStream stream) {
    Map<String, @Nullable Object> value = stream.value();
    return new StreamState(stream.stream(), value == null ? Map.of() : value);
  }

  @Nullable StreamState find(StreamName stream) {
    StreamState state = states.get(stream);
    return state == null || state.value().isEmpty() ? null : state;
  }
}
