package dev.godwit.manifest.internal.decode;

import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rows as objects whose names are the first row, as pandas makes them: equal names get numbers,
/// columns without a name are called after their place, and where the first row of values is longer
/// than the names, the columns before the last ones are left out.
final class DownloadRows implements Values {
  /// What pandas takes for a missing value.
  private static final Set<String> MISSING =
      Set.of(
          "",
          "#N/A",
          "#N/A N/A",
          "#NA",
          "-1.#IND",
          "-1.#QNAN",
          "-NaN",
          "-nan",
          "1.#IND",
          "1.#QNAN",
          "<NA>",
          "N/A",
          "NA",
          "NULL",
          "NaN",
          "None",
          "n/a",
          "nan",
          "null");

  private final CsvReader reader;
  private final Set<String> missing;
  private final List<String> row = new ArrayList<>();
  private @Nullable List<String> names;
  private int leftOut = -1;

  DownloadRows(CsvReader reader, boolean keepsMissing) {
    this.reader = reader;
    this.missing = keepsMissing ? Set.of("") : MISSING;
  }

  @Override
  public boolean next(JsonBuffer target) throws IOException {
    if (names == null) {
      names = advance() ? named(row) : List.of();
    }
    if (!advance()) {
      return false;
    }
    if (leftOut < 0) {
      leftOut = Math.max(0, row.size() - names.size());
    }
    if (row.size() > names.size() + leftOut) {
      throw Undecodable.because("a row has more columns than the rows before it");
    }
    JsonWriter.write(fields(names), target);
    return true;
  }

  /// Lines of nothing but white space do not count.
  private boolean advance() throws IOException {
    do {
      if (!reader.next(row)) {
        return false;
      }
      if (reader.endedInQuotes()) {
        throw Undecodable.because("a quote is not closed");
      }
    } while (row.isEmpty() || (row.size() == 1 && reader.wasBlank()));
    return true;
  }

  private Map<String, @Nullable Object> fields(List<String> columns) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      String text = i + leftOut < row.size() ? row.get(i + leftOut) : "";
      fields.put(columns.get(i), missing.contains(text) ? null : text);
    }
    return fields;
  }

  private static List<String> named(List<String> header) {
    List<String> names = new ArrayList<>(header);
    List<Integer> order = new ArrayList<>();
    List<Integer> unnamed = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).isEmpty()) {
        names.set(i, "Unnamed: " + i);
        unnamed.add(i);
      } else {
        order.add(i);
      }
    }
    order.addAll(unnamed);
    Map<String, Integer> counts = new HashMap<>();
    for (int column : order) {
      names.set(column, free(names, names.get(column), counts));
    }
    return names;
  }

  private static String free(List<String> names, String wanted, Map<String, Integer> counts) {
    String name = wanted;
    int count = counts.getOrDefault(wanted, 0);
    while (count > 0) {
      counts.put(wanted, count + 1);
      name = wanted + "." + count;
      count = names.contains(name) ? count + 1 : counts.getOrDefault(name, 0);
    }
    counts.put(name, count + 1);
    return name;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
