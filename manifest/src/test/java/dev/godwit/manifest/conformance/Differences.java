package dev.godwit.manifest.conformance;

import dev.godwit.core.ConnectorSpec;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Stream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What differs between a recording and a run, in words. The rules are those of the recordings' own
/// player.
final class Differences {
  /// Seconds that a wait may differ by: recordings are rounded.
  private static final double TICK = 0.01;

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

  static List<String> waits(@Nullable Object wanted, List<Double> got) {
    List<Double> want =
        Json.list(wanted).stream()
            .map(wait -> wait instanceof Number number ? number.doubleValue() : Double.NaN)
            .sorted()
            .toList();
    // Recordings leave out shorter ones: those of retries are never that short.
    List<Double> have = got.stream().filter(wait -> wait >= 1).sorted().toList();
    boolean same =
        want.size() == have.size()
            && IntStream.range(0, want.size())
                .allMatch(i -> Math.abs(want.get(i) - have.get(i)) < TICK);
    return same ? List.of() : List.of("waits " + have + " instead of " + want);
  }

  static List<String> spec(@Nullable Object wanted, ConnectorSpec got) {
    Map<String, @Nullable Object> want = Json.object(wanted);
    List<String> problems = new ArrayList<>();
    compare(
        "connectionSpecification",
        want.get("connectionSpecification"),
        got.connectionSpecification(),
        problems);
    compare("advanced_auth", want.get("advanced_auth"), got.advancedAuth(), problems);
    return problems;
  }

  static List<String> catalog(@Nullable Object wanted, Catalog got) {
    Map<String, @Nullable Object> want = new TreeMap<>();
    for (Object each : Json.list(wanted)) {
      Map<String, @Nullable Object> stream = Json.object(each);
      want.put(Json.text(stream.get("name")), told(stream));
    }
    Map<String, @Nullable Object> have = new TreeMap<>();
    got.streams().forEach(stream -> have.put(stream.name().name(), told(fields(stream))));
    List<String> problems = new ArrayList<>();
    Set<String> names = new TreeSet<>(want.keySet());
    names.addAll(have.keySet());
    names.forEach(name -> compare("stream " + name, want.get(name), have.get(name), problems));
    return problems;
  }

  private static Map<String, @Nullable Object> fields(Stream stream) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("name", stream.name().name());
    fields.put("json_schema", stream.jsonSchema());
    fields.put(
        "supported_sync_modes",
        stream.isIncremental() ? List.of("full_refresh", "incremental") : List.of("full_refresh"));
    fields.put("source_defined_cursor", stream.sourceDefinedCursor());
    fields.put("default_cursor_field", stream.defaultCursorField());
    fields.put("source_defined_primary_key", stream.primaryKey());
    fields.put("is_resumable", stream.resumable());
    fields.put("is_file_based", stream.fileBased());
    return fields;
  }

  /// Without what says no more than its absence would.
  private static Map<String, @Nullable Object> told(Map<String, @Nullable Object> stream) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>(stream);
    told.values()
        .removeIf(value -> value == null || value.equals(false) || value.equals(List.of()));
    return told;
  }

  private static void compare(
      String what, @Nullable Object want, @Nullable Object have, List<String> problems) {
    String wanted = Json.canonical(want);
    String had = Json.canonical(have);
    if (!wanted.equals(had)) {
      problems.add(what + " is " + had + " instead of " + wanted);
    }
  }

  /// Configurations handed back, in their order.
  static List<String> controls(@Nullable Object wanted, List<@Nullable Object> got) {
    String want = Json.canonical(Json.list(wanted));
    String have = Json.canonical(got);
    return want.equals(have)
        ? List.of()
        : List.of("configurations " + have + " handed back instead of " + want);
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
