package dev.godwit.protocol.foreign;

import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.message.StateScope;
import dev.godwit.protocol.wire.StateList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// States of connectors as states of single streams, and back.
///
/// The state of one stream stays what it is, so another engine can go on from it. A state of all
/// streams together is kept with each of them, with its number. Streams commit when it suits them,
/// so they may hold different ones: the earliest is the one to go on from, and rows after it come
/// again to the streams that were ahead.
final class StateForm {
  private static final String FORM = "godwit_state_of";
  private static final String GLOBAL = "all_streams";
  private static final String LEGACY = "connector";
  private static final String NUMBER = "number";
  private static final String SHARED = "shared_state";
  private static final String OWN = "stream_state";

  private long number;

  /// @param plans streams that go on from states; new states count on from theirs
  StateForm(List<StreamPlan> plans) {
    for (StreamPlan plan : plans) {
      StreamState state = plan.state();
      if (state != null && state.value().get(FORM) != null) {
        number = Math.max(number, number(state));
      }
    }
  }

  private static long number(StreamState state) {
    return state.value().get(NUMBER) instanceof Long number ? number : 0;
  }

  /// Begins a new state of all streams together.
  void next() {
    number++;
  }

  /// What a stream keeps of a state of all streams.
  StreamState of(StreamName stream, StateScope.Global state) {
    @Nullable Map<String, @Nullable Object> own =
        state.streams().stream()
            .filter(entry -> entry.stream().equals(stream))
            .findFirst()
            .map(StateScope.OneStream::value)
            .orElse(null);
    Map<String, @Nullable Object> value = form(GLOBAL, state.shared());
    value.put(OWN, own);
    return new StreamState(stream, value);
  }

  /// What a stream keeps of a state of the whole connector.
  StreamState of(StreamName stream, StateScope.Legacy state) {
    return new StreamState(stream, form(LEGACY, state.value()));
  }

  private Map<String, @Nullable Object> form(
      String form, @Nullable Map<String, @Nullable Object> shared) {
    Map<String, @Nullable Object> value = new LinkedHashMap<>();
    value.put(FORM, form);
    value.put(NUMBER, number);
    value.put(SHARED, shared);
    return value;
  }

  /// What a connector is given to go on from; empty to begin at the beginning.
  static StateList list(List<StreamPlan> plans) {
    List<StreamState> states = new ArrayList<>();
    plans.forEach(plan -> {
      StreamState state = plan.state();
      if (state != null) {
        states.add(state);
      }
    });
    StreamState earliest = null;
    for (StreamState state : states) {
      boolean together = state.value().get(FORM) != null;
      if (together && (earliest == null || number(state) < number(earliest))) {
        earliest = state;
      }
    }
    if (earliest == null) {
      return new StateList(
          states.stream()
              .map(state -> message(new StateScope.OneStream(state.stream(), state.value())))
              .toList());
    }
    @Nullable Map<String, @Nullable Object> shared = object(earliest, SHARED);
    return new StateList(
        List.of(
            message(
                LEGACY.equals(earliest.value().get(FORM))
                    ? new StateScope.Legacy(shared == null ? Map.of() : shared)
                    : new StateScope.Global(shared, own(states)))));
  }

  private static List<StateScope.OneStream> own(List<StreamState> states) {
    return states.stream()
        .map(state -> {
          boolean together = state.value().get(FORM) != null;
          return new StateScope.OneStream(
              state.stream(), together ? object(state, OWN) : state.value());
        })
        .filter(state -> state.value() != null)
        .toList();
  }

  @SuppressWarnings("unchecked") // objects of JSON have no other keys
  private static @Nullable Map<String, @Nullable Object> object(StreamState state, String field) {
    return state.value().get(field) instanceof Map<?, ?> map
        ? (Map<String, @Nullable Object>) map
        : null;
  }

  private static Message.State message(StateScope scope) {
    return new Message.State(scope, null, null, Map.of());
  }
}
