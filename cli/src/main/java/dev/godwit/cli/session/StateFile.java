package dev.godwit.cli.session;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.json.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// States of streams as a user has them: by name, or as messages of the Airbyte protocol.
public final class StateFile {
  private StateFile() {}

  /// States by name of their stream.
  ///
  /// @throws GodwitException CONFIG `session.bad-state` when the file has no states
  public static Map<String, Map<String, @Nullable Object>> read(Path file) {
    try {
      return states(JsonParser.STRICT.parse(Files.readString(file)));
    } catch (IOException | GodwitException e) {
      throw GodwitException.config(
              "session.bad-state",
              e instanceof GodwitException told ? told.message() : "The file cannot be read.")
          .at(Place.file(file.toString(), 0, 0, null))
          .hint("Write {\"STREAM\": {…}}, with the state of each stream.")
          .causedBy(e);
    }
  }

  private static Map<String, Map<String, @Nullable Object>> states(@Nullable Object value) {
    Map<String, Map<String, @Nullable Object>> states = new LinkedHashMap<>();
    switch (value) {
      case List<?> messages -> messages.forEach(message -> add(message, states));
      case Map<?, ?> map ->
          map.forEach((name, state) -> states.put(String.valueOf(name), object(state)));
      case null, default ->
          throw GodwitException.config("session.bad-state", "The file is no object and no list.");
    }
    return states;
  }

  private static void add(
      @Nullable Object message, Map<String, Map<String, @Nullable Object>> states) {
    Map<String, @Nullable Object> outer = object(message);
    Object state = outer.get("state") instanceof Map<?, ?> wrapped ? wrapped : outer;
    Map<String, @Nullable Object> stream = object(object(state).get("stream"));
    Object name = object(stream.get("stream_descriptor")).get("name");
    if (stream.get("stream_state") != null) {
      states.put(String.valueOf(name), object(stream.get("stream_state")));
    }
  }

  private static Map<String, @Nullable Object> object(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw GodwitException.config("session.bad-state", "A state is no object.");
    }
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    map.forEach((name, field) -> object.put(String.valueOf(name), field));
    return object;
  }
}
