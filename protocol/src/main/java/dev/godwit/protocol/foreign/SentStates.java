package dev.godwit.protocol.foreign;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.message.StateScope;
import dev.godwit.protocol.message.StateStats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// States that were sent to a destination, until it sends them back. It may send back only the last
/// of several, which stands for those before it, and the same one again. Thread-safe.
final class SentStates {
  private final List<Sent> waiting = new ArrayList<>();
  private @Nullable Object last;
  private int landed;

  /// @param value as it comes back: parsed
  /// @param rows that went between the state before and this one
  private record Sent(@Nullable Object value, long rows) {}

  synchronized void sent(Map<String, @Nullable Object> value, long rows) {
    waiting.add(new Sent(JsonParser.STRICT.parse(JsonWriter.text(value)), rows));
  }

  /// @throws GodwitException CONTRACT `connector.unknown-state` or `connector.count-mismatch`
  synchronized void cameBack(Message.State state) {
    @Nullable Object value =
        state.scope() instanceof StateScope.OneStream stream ? stream.value() : null;
    int index = index(value);
    if (index < 0 && value != null && value.equals(last)) {
      return;
    }
    if (waiting.isEmpty()) {
      throw GodwitException.contract(
          "connector.unknown-state", "The destination sent back a state that it was not sent.");
    }
    // One that nobody knows again was changed on the way: they come in order.
    land(Math.max(index, 0) + 1, state.destination());
  }

  private int index(@Nullable Object value) {
    for (int i = 0; i < waiting.size(); i++) {
      Object sent = waiting.get(i).value();
      if (sent != null && sent.equals(value)) {
        return i;
      }
    }
    return -1;
  }

  private void land(int count, @Nullable StateStats stats) {
    List<Sent> back = waiting.subList(0, count);
    Sent newest = back.getLast();
    long rows = back.stream().mapToLong(Sent::rows).sum();
    Long counted = stats == null ? null : stats.records();
    Long rejected = stats == null ? null : stats.rejected();
    if (counted != null) {
      long arrived = counted + (rejected == null ? 0 : rejected);
      if (arrived != rows && arrived != newest.rows()) {
        throw GodwitException.contract(
                "connector.count-mismatch",
                "The destination counted %,d rows for a state, but was sent %,d."
                    .formatted(arrived, rows))
            .hint("Rows may be missing. Run again; if it repeats, tell the connector's makers.");
      }
    }
    last = newest.value();
    back.clear();
    landed += count;
  }

  /// How many states came back since this was asked last.
  synchronized int landed() {
    int since = landed;
    landed = 0;
    return since;
  }

  /// Requires that all states came back, of a program that has ended well.
  ///
  /// @throws GodwitException CONTRACT `connector.state-lost`
  synchronized void requireAll(StreamName stream) {
    boolean repeated =
        !waiting.isEmpty()
            && waiting.stream().allMatch(sent -> sent.value() != null && sent.value().equals(last));
    if (repeated) {
      land(waiting.size(), null);
    }
    if (!waiting.isEmpty()) {
      throw GodwitException.contract(
              "connector.state-lost",
              "The destination ended well, but %,d states were never sent back."
                  .formatted(waiting.size()))
          .at(Place.stream(stream.toString()))
          .hint("Its rows may not have landed. Run again; if it repeats, tell its makers.");
    }
  }
}
