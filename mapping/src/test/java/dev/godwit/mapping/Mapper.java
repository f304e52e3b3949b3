package dev.godwit.mapping;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Mapped;
import dev.godwit.core.RejectedRow;
import dev.godwit.core.RowMapper;
import dev.godwit.core.Slice;
import dev.godwit.core.StreamMapping;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.json.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rules and a stream for tests, all written as JSON. Single quotes stand for double ones.
final class Mapper {
  static final String KEY = "a key of more than 16 bytes";
  static final String AES_KEY = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

  static final String SCHEMA =
      """
      {'type': 'object', 'properties': {
        'id': {'type': 'integer'},
        'mail': {'type': ['string', 'null']},
        'name': {'type': ['string', 'null'], 'description': 'of a person', 'examples': ['Jane']},
        'total': {'type': ['number', 'null']},
        'active': {'type': ['boolean', 'null']},
        'status': {'type': ['string', 'null']},
        'created': {'type': ['string', 'null'], 'format': 'date-time'},
        'address': {'type': ['object', 'null'], 'properties': {
          'street': {'type': ['string', 'null']},
          'zip': {'type': ['string', 'null']},
          'geo': {'type': ['object', 'null'], 'properties': {
            'lat': {'type': 'number'}, 'lng': {'type': 'number'}}}}},
        'items': {'type': ['array', 'null'], 'items': {'type': 'object', 'properties': {
          'sku': {'type': 'string'}, 'mail': {'type': ['string', 'null']}}}},
        'tags': {'type': ['array', 'null'], 'items': {'type': 'string'}},
        'extra': {'type': ['object', 'null']}}}
      """;

  private Mapper() {}

  static @Nullable Object json(String text) {
    return JsonParser.LENIENT.parse(text.replace('\'', '"'));
  }

  static Mappings rules(String rules) {
    return Mappings.read(json(rules), reference -> reference.equals("secret:KEY") ? KEY : null);
  }

  @SuppressWarnings("unchecked")
  static Stream stream(String schema) {
    return new Stream(
        StreamName.of("orders"),
        (Map<String, @Nullable Object>) json(schema),
        Set.of(SyncMode.FULL_REFRESH, SyncMode.INCREMENTAL),
        true,
        List.of("created"),
        List.of(List.of("id")),
        false,
        false);
  }

  /// A stream without key and cursor.
  static ConfiguredStream plain(String schema) {
    return new ConfiguredStream(
        stream(schema), SyncMode.FULL_REFRESH, WriteMode.OVERWRITE, List.of(), List.of());
  }

  /// A stream with the key `id` and the cursor `created`.
  static ConfiguredStream keyed() {
    return ConfiguredStream.byDefault(stream(SCHEMA));
  }

  static JsonRows batch(String... rows) {
    return exactBatch(Arrays.stream(rows).map(row -> row.replace('\'', '"')).toList());
  }

  /// Rows with quotes as JSON has them.
  static JsonRows exactBatch(List<String> rows) {
    StringBuilder text = new StringBuilder("[");
    JsonRows.Builder builder = new JsonRows.Builder();
    int at = 1;
    for (String json : rows) {
      int length = json.getBytes(StandardCharsets.UTF_8).length;
      builder.add(at, at + length);
      at += length + 1;
      text.append(json).append(',');
    }
    byte[] page = text.append(']').toString().getBytes(StandardCharsets.UTF_8);
    Slice slice = new Slice(StreamName.of("orders"), 0, Map.of(), Map.of(), Map.of());
    return builder.build(slice, page, 42);
  }

  static Mapped map(StreamMapping mapping, JsonRows rows) {
    try (RowMapper mapper = mapping.open()) {
      return mapper.map(rows);
    }
  }

  static Mapped mapped(String rules, String... rows) {
    return map(rules(rules).forStream(plain(SCHEMA)), batch(rows));
  }

  /// The rows that go on, with single quotes.
  static List<String> rows(Mapped mapped) {
    return texts(mapped).stream().map(text -> text.replace('"', '\'')).toList();
  }

  /// The rows that go on.
  static List<String> texts(Mapped mapped) {
    List<String> texts = new ArrayList<>();
    if (mapped.rows() instanceof JsonRows rows) {
      for (int i = 0; i < rows.rows(); i++) {
        texts.add(rows.text(i));
      }
    }
    return texts;
  }

  /// What becomes of one row under rules, for the stream of {@link #SCHEMA}.
  static String row(String rules, String row) {
    List<String> rows = rows(mapped(rules, row));
    return rows.isEmpty() ? "" : rows.getFirst();
  }

  static String text(RejectedRow rejected) {
    return new String(rejected.row(), StandardCharsets.UTF_8).replace('"', '\'');
  }

  static String quarantine(String rules) {
    return "{'on_failure': 'quarantine', 'rules': " + rules + "}";
  }
}
