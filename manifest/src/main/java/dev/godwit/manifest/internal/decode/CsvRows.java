package dev.godwit.manifest.internal.decode;

import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rows as objects whose names are the first row. What a short row lacks is null; what a long row
/// has too much is a list under the name `null`; of equal names the last column counts.
final class CsvRows implements Values {
  private static final String SURPLUS = "null";

  private final CsvReader reader;
  private final Set<String> nulls;
  private final List<String> row = new ArrayList<>();
  private @Nullable List<String> header;
  private byte[][] keys = {};
  private boolean distinct;

  CsvRows(CsvReader reader, Set<String> nulls) {
    this.reader = reader;
    this.nulls = nulls;
  }

  @Override
  public boolean next(JsonBuffer target) throws IOException {
    List<String> names = header();
    do {
      if (!reader.next(row)) {
        return false;
      }
    } while (row.isEmpty());
    if (distinct && row.size() <= names.size()) {
      write(target);
    } else {
      JsonWriter.write(fields(names), target);
    }
    return true;
  }

  private List<String> header() throws IOException {
    List<String> names = header;
    if (names == null) {
      reader.next(row);
      names = List.copyOf(row);
      header = names;
      distinct = new HashSet<>(names).size() == names.size();
      keys = names.stream().map(CsvRows::key).toArray(byte[][]::new);
    }
    return names;
  }

  /// A name with quotes and colon.
  private static byte[] key(String name) {
    JsonBuffer key = new JsonBuffer();
    JsonWriter.write(name, key);
    key.add((byte) ':');
    return key.toBytes();
  }

  private void write(JsonBuffer target) {
    for (int i = 0; i < keys.length; i++) {
      target.add((byte) (i == 0 ? '{' : ','));
      target.add(keys[i], 0, keys[i].length);
      JsonWriter.write(i < row.size() ? value(row.get(i)) : null, target);
    }
    target.add((byte) '}');
  }

  private @Nullable String value(String text) {
    return nulls.contains(text) ? null : text;
  }

  private Map<String, @Nullable Object> fields(List<String> names) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    int both = Math.min(names.size(), row.size());
    for (int i = 0; i < both; i++) {
      fields.put(names.get(i), value(row.get(i)));
    }
    if (row.size() > both) {
      fields.put(SURPLUS, new ArrayList<>(row.subList(both, row.size())));
    }
    names.subList(both, names.size()).forEach(name -> fields.put(name, null));
    return fields;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
