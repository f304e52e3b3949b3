package dev.godwit.session.compare;

import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.session.compare.Difference.Kind;
import dev.godwit.session.form.Expectation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compares rows by their primary key, or by their position where they have none.
record RowDifferences(String stream, List<String> key) {
  /// As many lines say what is wrong.
  private static final int MOST_LINES = 10;

  private static final int WIDEST = 400;

  List<Difference> between(Expectation before, Expectation now) {
    if (before.count() == now.count() && before.sha256().equals(now.sha256())) {
      return List.of();
    }
    List<String> lines = lines(before.rows(), now.rows());
    if (lines.isEmpty() && before.count() == now.count() && before.isWhole()) {
      return List.of();
    }
    String summary =
        before.count() == now.count()
            ? lines.isEmpty() ? "records differ behind the first ones" : "records differ"
            : "%d records instead of %d".formatted(now.count(), before.count());
    return List.of(new Difference(Kind.RECORDS, stream, summary, shortened(lines)));
  }

  static List<String> shortened(List<String> lines) {
    List<String> few =
        new ArrayList<>(lines.stream().limit(MOST_LINES).map(RowDifferences::shortened).toList());
    if (lines.size() <= MOST_LINES) {
      return few;
    }
    few.add("… and %d more".formatted(lines.size() - MOST_LINES));
    return few;
  }

  private static String shortened(String line) {
    return line.length() <= WIDEST ? line : line.substring(0, WIDEST) + "…";
  }

  private List<String> lines(List<String> before, List<String> now) {
    Map<String, Object> old = byIdentity(before);
    Map<String, Object> fresh = byIdentity(now);
    List<String> lines = new ArrayList<>();
    old.forEach((id, row) -> {
      Object other = fresh.get(id);
      if (other == null) {
        lines.add("- " + id + " " + JsonWriter.text(row));
      } else if (!other.equals(row)) {
        lines.add("~ " + id + " " + String.join(", ", changes("", row, other)));
      }
    });
    fresh.forEach((id, row) -> {
      if (!old.containsKey(id)) {
        lines.add("+ " + id + " " + JsonWriter.text(row));
      }
    });
    return lines;
  }

  private Map<String, Object> byIdentity(List<String> rows) {
    Map<String, Object> identified = new LinkedHashMap<>();
    for (String row : rows) {
      Object value = Objects.requireNonNull(JsonParser.LENIENT.parse(row));
      String id = key.isEmpty() ? "row " + (identified.size() + 1) : id(value);
      String unique = id;
      for (int n = 2; identified.containsKey(unique); n++) {
        unique = id + " (" + n + ")";
      }
      identified.put(unique, value);
    }
    return identified;
  }

  private String id(Object row) {
    List<String> parts = new ArrayList<>();
    for (String path : key) {
      Object value = row;
      for (String step : path.split("\\.", -1)) {
        value = value instanceof Map<?, ?> map ? map.get(step) : null;
      }
      parts.add(path + "=" + (value instanceof String text ? text : JsonWriter.text(value)));
    }
    return String.join(", ", parts);
  }

  /// The fields that differ, those of nested objects by their path.
  static List<String> changes(String path, @Nullable Object before, @Nullable Object now) {
    if (Objects.equals(before, now)) {
      return List.of();
    }
    if (before instanceof List<?> old
        && now instanceof List<?> fresh
        && old.size() == fresh.size()) {
      List<String> all = new ArrayList<>();
      for (int i = 0; i < old.size(); i++) {
        all.addAll(changes(path + "[" + i + "]", old.get(i), fresh.get(i)));
      }
      return all;
    }
    if (!(before instanceof Map<?, ?> old) || !(now instanceof Map<?, ?> fresh)) {
      String change = JsonWriter.text(before) + " → " + JsonWriter.text(now);
      return List.of(path.isEmpty() ? change : path + ": " + change);
    }
    Set<Object> names = new LinkedHashSet<>(old.keySet());
    names.addAll(fresh.keySet());
    List<String> all = new ArrayList<>();
    for (Object name : names) {
      String inner = path.isEmpty() ? String.valueOf(name) : path + "." + name;
      if (!fresh.containsKey(name)) {
        all.add(inner + " is gone");
      } else if (!old.containsKey(name)) {
        all.add(inner + " is new: " + JsonWriter.text(fresh.get(name)));
      } else {
        all.addAll(changes(inner, old.get(name), fresh.get(name)));
      }
    }
    return all;
  }
}
