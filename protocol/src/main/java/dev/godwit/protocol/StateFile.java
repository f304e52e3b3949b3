package dev.godwit.protocol;

import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
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
    Object content = JsonFile.read(file);
    for (Object message : content instanceof List<?> list ? list : List.of(orEmpty(content))) {
      if (Map.of().equals(message)) {
        continue;
      }
      Map<String, @Nullable Object> state = JsonFile.object(message);
      Object global = state.get("global");
      if (global != null) {
        if (JsonFile.object(global).get("shared_state") != null) {
          throw GodwitException.config(
                  "state.shared",
                  "The state is shared by all streams, which manifests do not know.")
              .hint("Give a state for each stream.");
        }
        JsonFile.list(JsonFile.object(global).get("stream_states"))
            .forEach(stream -> add(JsonFile.object(stream), states, file));
      } else {
        add(JsonFile.object(state.get("stream")), states, file);
      }
    }
    return new StateFile(states);
  }

  private static Object orEmpty(@Nullable Object content) {
    return content == null ? Map.of() : content;
  }

  private static void add(
      Map<String, @Nullable Object> stream, Map<StreamName, StreamState> states, Path file) {
    Map<String, @Nullable Object> descriptor = JsonFile.object(stream.get("stream_descriptor"));
    String name = JsonFile.text(descriptor.get("name"));
    if (name == null || name.isEmpty()) {
      throw GodwitException.config(
              "state.unknown-form", "The state is no list of STATE messages of streams.")
          .at(Place.file(file.toString(), 0, 0, null))
          .hint(
              "Write it as [{\"type\": \"STREAM\", \"stream\": {\"stream_descriptor\":"
                  + " {\"name\": …}, \"stream_state\": {…}}}].");
    }
    StreamName key = new StreamName(JsonFile.text(descriptor.get("namespace")), name);
    states.put(key, new StreamState(key, JsonFile.object(stream.get("stream_state"))));
  }

  @Nullable StreamState find(StreamName stream) {
    StreamState state = states.get(stream);
    return state == null || state.value().isEmpty() ? null : state;
  }
}
