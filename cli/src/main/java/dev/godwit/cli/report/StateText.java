package dev.godwit.cli.report;

import dev.godwit.cli.terminal.Amounts;
import dev.godwit.cli.terminal.Cells;
import dev.godwit.cli.terminal.Style;
import dev.godwit.core.StreamState;
import dev.godwit.core.json.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A state in few words. Programs get the whole of it.
public final class StateText {
  /// As much as fits on a line beside other words.
  private static final int LONGEST = 72;

  private StateText() {}

  /// The state in a line. Streams with partitions keep a list of `states`, and mostly one `state`
  /// above them all; other streams keep plain values.
  public static String of(StreamState state) {
    Map<String, @Nullable Object> value = state.value();
    if (value.get("states") instanceof List<?> partitions) {
      String count = Amounts.count(partitions.size(), "partition");
      return value.get("state") instanceof Map<?, ?> all && isPlain(all)
          ? clip(plain(all)) + " in " + count
          : "the positions of " + count;
    }
    return clip(isPlain(value) ? plain(value) : JsonWriter.text(value));
  }

  private static boolean isPlain(Map<?, ?> values) {
    return !values.isEmpty()
        && values.values().stream()
            .noneMatch(value -> value instanceof Map<?, ?> || value instanceof List<?>);
  }

  private static String plain(Map<?, ?> values) {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String clip(String text) {
    return Cells.clip(Cells.harmless(text), LONGEST, Style.PLAIN);
  }
}
