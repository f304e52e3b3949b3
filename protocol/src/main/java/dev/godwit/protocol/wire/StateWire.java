package dev.godwit.protocol.wire;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.message.StateScope;
import dev.godwit.protocol.message.StateStats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The form of states, both ways.
final class StateWire {
  private static final List<String> STATS = List.of("recordCount", "rejectedRecordCount");

  private StateWire() {}

  static Fields fields(Message.State state) {
    Fields fields = new Fields();
    switch (state.scope()) {
      case StateScope.OneStream stream ->
          fields.put("type", "STREAM").put("stream", stream(stream).map());
      case StateScope.Global global ->
          fields
              .put("type", "GLOBAL")
              .put(
                  "global",
                  new Fields()
                      .put("shared_state", global.shared())
                      .put(
                          "stream_states",
                          global.streams().stream().map(stream -> stream(stream).map()).toList())
                      .map());
      case StateScope.Legacy legacy -> fields.put("type", "LEGACY").put("data", legacy.value());
    }
    return fields
        .put("sourceStats", stats(state.source()))
        .put("destinationStats", stats(state.destination()))
        .putAll(state.others());
  }

  private static Fields stream(StateScope.OneStream state) {
    return new Fields()
        .put("stream_descriptor", TraceWire.descriptor(state.stream()))
        .put("stream_state", state.value());
  }

  /// Counts are floats on the wire.
  private static @Nullable Object stats(@Nullable StateStats stats) {
    return stats == null
        ? null
        : new Fields()
            .put("recordCount", asFloat(stats.records()))
            .put("rejectedRecordCount", asFloat(stats.rejected()))
            .putAll(stats.others())
            .map();
  }

  private static @Nullable Double asFloat(@Nullable Long count) {
    return count == null ? null : count.doubleValue();
  }

  /// Reads a state in each form: with a type, without one, and the old form that is all data.
  ///
  /// @return null when it is none of them
  static Message.@Nullable State read(Fields state) {
    String type = state.text("type");
    if (type == null) {
      type =
          state.object("global") != null
              ? "GLOBAL"
              : state.object("stream") != null ? "STREAM" : "LEGACY";
    }
    StateScope scope =
        switch (type) {
          case "STREAM" -> oneStream(state.fields("stream"));
          case "GLOBAL" -> global(state.object("global"));
          case "LEGACY" -> legacy(state.object("data"));
          default -> null;
        };
    if (scope == null) {
      return null;
    }
    String own = field(scope);
    return new Message.State(
        scope,
        stats(state.object("sourceStats")),
        stats(state.object("destinationStats")),
        state.without(List.of("type", own, "sourceStats", "destinationStats")));
  }

  private static String field(StateScope scope) {
    return switch (scope) {
      case StateScope.OneStream _ -> "stream";
      case StateScope.Global _ -> "global";
      case StateScope.Legacy _ -> "data";
    };
  }

  private static StateScope.@Nullable OneStream oneStream(Fields state) {
    StreamName stream = TraceWire.stream(state.fields("stream_descriptor"));
    return stream == null ? null : new StateScope.OneStream(stream, state.object("stream_state"));
  }

  private static @Nullable StateScope global(@Nullable Map<String, @Nullable Object> value) {
    if (value == null) {
      return null;
    }
    Fields global = Fields.of(value);
    List<StateScope.OneStream> streams = new ArrayList<>();
    for (Object entry : global.list("stream_states")) {
      StateScope.OneStream stream = oneStream(Fields.of(entry));
      if (stream == null) {
        return null;
      }
      streams.add(stream);
    }
    return new StateScope.Global(global.object("shared_state"), streams);
  }

  private static @Nullable StateScope legacy(@Nullable Map<String, @Nullable Object> data) {
    return data == null ? null : new StateScope.Legacy(data);
  }

  private static @Nullable StateStats stats(@Nullable Map<String, @Nullable Object> value) {
    if (value == null) {
      return null;
    }
    Fields stats = Fields.of(value);
    return new StateStats(
        stats.integer("recordCount"), stats.integer("rejectedRecordCount"), stats.without(STATS));
  }
}
