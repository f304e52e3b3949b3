package dev.godwit.manifest.conformance;

import dev.godwit.core.StreamState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What differs between a recording and a run, in words. The rules are those of the recordings' own
/// player.
final class Differences {
  private Differences() {}

  static List<String> requests(RecordedTransport transport) {
    List<String> problems = new ArrayList<>();
    List<String> missing = minus(transport.onRecord(), transport.seen());
    List<String> extra = minus(transport.seen(), transport.onRecord());
    if (!missing.isEmpty()) {
      problems.add(missing.size() + " requests not made, first " + missing.getFirst());
    }
    if (!extra.isEmpty()) {
      problems.add(extra.size() + " requests not on record, first " + extra.getFirst());
    }
    if (!transport.strangeHeaders().isEmpty()) {
      problems.add("headers " + transport.strangeHeaders().getFirst());
    }
    return problems;
  }

  static List<String> rows(@Nullable Object wanted, List<@Nullable Object> got) {
    List<String> want = Json.list(wanted).stream().map(Differences::row).toList();
    List<String> have = got.stream().map(Differences::row).toList();
    List<String> missing = minus(want, have);
    List<String> extra = minus(have, want);
    return missing.isEmpty() && extra.isEmpty()
        ? List.of()
        : List.of(
            "%d records missing, %d extra: %s / %s"
                .formatted(
                    missing.size(),
                    extra.size(),
                    missing.isEmpty() ? "" : missing.getFirst(),
                    extra.isEmpty() ? "" : extra.getFirst()));
  }

  /// Nulls at the top level are not printed by the protocol.
  private static String row(@Nullable Object row) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(Json.object(row));
    fields.values().removeIf(value -> value == null);
    return Json.canonical(fields);
  }

  static List<String> state(@Nullable Object wanted, @Nullable StreamState got) {
    Object want = Json.object(Json.object(wanted).get("stream")).get("stream_state");
    String expected = want == null ? "none" : blob(Json.object(want));
    String actual = got == null ? "none" : blob(got.value());
    return expected.equals(actual)
        ? List.of()
        : List.of("state " + actual + " instead of " + expected);
  }

  private static String blob(Map<String, @Nullable Object> state) {
    Map<String, @Nullable Object> compared = new LinkedHashMap<>(state);
    compared.remove("lookback_window");
    if (compared.get("states") instanceof List<?> states) {
      compared.put("states", states.stream().map(Json::canonical).sorted().toList());
    }
    return Json.canonical(compared);
  }

  private static List<String> minus(List<String> from, List<String> taken) {
    Map<String, Integer> counts = new HashMap<>();
    taken.forEach(each -> counts.merge(each, 1, Integer::sum));
    List<String> left = new ArrayList<>();
    for (String each : from) {
      if (counts.merge(each, -1, Integer::sum) < 0) {
        left.add(each);
      }
    }
    return left;
  }
}
