package dev.godwit.protocol.wire;

import dev.godwit.core.error.GodwitException;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.message.StateScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The states that a read goes on from, as a source is given them in a file.
public record StateList(List<Message.State> states) {
  private static final List<String> TYPES = List.of("STREAM", "GLOBAL", "LEGACY", "STATE");

  public StateList {
    states = List.copyOf(states);
  }

  /// Reads a list of states, one state, or the one value of old sources. Each state may have the
  /// whole message around it. Null and empty objects are no states.
  ///
  /// @param value a parsed JSON document
  /// @throws GodwitException CONFIG `state.unknown-form`
  public static StateList read(@Nullable Object value) {
    List<Message.State> states = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.stream().filter(entry -> !isNothing(entry)).forEach(entry -> states.add(state(entry)));
    } else if (!isNothing(value)) {
      states.add(isOldValue(value) ? old(value) : state(value));
    }
    return new StateList(states);
  }

  private static boolean isNothing(@Nullable Object value) {
    return value == null || Map.of().equals(value);
  }

  private static boolean isOldValue(@Nullable Object value) {
    return value instanceof Map<?, ?> map
        && !(map.get("type") instanceof String type && TYPES.contains(type))
        && StateWire.read(Fields.of(value)) == null;
  }

  private static Message.State old(@Nullable Object value) {
    StateScope scope = new StateScope.Legacy(Fields.of(value).map());
    return new Message.State(scope, null, null, Map.of());
  }

  private static Message.State state(@Nullable Object value) {
    Fields fields = Fields.of(value);
    Message.State state =
        StateWire.read("STATE".equals(fields.text("type")) ? fields.fields("state") : fields);
    if (state == null) {
      throw unknownForm();
    }
    return state;
  }

  /// What is said of a state that nobody can read.
  public static GodwitException unknownForm() {
    return GodwitException.config(
            "state.unknown-form", "The state is no list of STATE messages of streams.")
        .hint(
            "Write it as [{\"type\": \"STREAM\", \"stream\": {\"stream_descriptor\":"
                + " {\"name\": …}, \"stream_state\": {…}}}].");
  }

  /// The content of a file for a source, as plain values: a list of states, or the one value of an
  /// old source.
  public Object value() {
    if (states.size() == 1 && states.getFirst().scope() instanceof StateScope.Legacy legacy) {
      return legacy.value();
    }
    return states.stream().map(state -> StateWire.fields(state).map()).toList();
  }
}
