package dev.godwit.given;

import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.record.PlainConfig;
import dev.godwit.row.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rows that a program has, and what is known of them.
///
/// @param rows maps, records or [Row]s; asked for an iterator whenever they are read
/// @param primaryKey paths of the fields that tell rows apart; empty for none
/// @param schema JSON Schema of a row; null to look at the first rows
public record GivenStream(
    StreamName name,
    Iterable<?> rows,
    List<List<String>> primaryKey,
    @Nullable Map<String, @Nullable Object> schema) {
  /// How many rows are looked at where there is no schema.
  private static final int LOOKED_AT = 1_000;

  private static final PlainConfig PLAIN = new PlainConfig(_ -> null);

  /// Written out because compact constructors do not carry type annotations into class files.
  public GivenStream(
      StreamName name,
      Iterable<?> rows,
      List<List<String>> primaryKey,
      @Nullable Map<String, @Nullable Object> schema) {
    this.name = name;
    this.rows = rows;
    this.primaryKey = primaryKey.stream().map(List::copyOf).toList();
    this.schema = schema == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(schema));
  }

  /// A row as JSON values.
  ///
  /// @throws GodwitException CONFIG `rows.not-a-row` when it is none
  static Map<String, @Nullable Object> plain(@Nullable Object row) {
    return switch (row) {
      case Row given -> given.asMap();
      case Map<?, ?> map -> PLAIN.object(map);
      case Record fields -> PLAIN.object(PlainConfig.fields(fields));
      case null, default ->
          throw GodwitException.config(
              "rows.not-a-row",
              "A row is a map, a record or a Row, not "
                  + (row == null ? "null." : "a " + row.getClass().getSimpleName() + "."));
    };
  }

  /// @param head of the rows, as far as they are looked at
  Stream stream(List<Map<String, @Nullable Object>> head) {
    Map<String, @Nullable Object> known = schema;
    return new Stream(
        name,
        known == null ? SeenSchema.of(head) : known,
        Set.of(SyncMode.FULL_REFRESH),
        null,
        List.of(),
        primaryKey,
        false,
        false);
  }

  /// The first rows, taken out of an iterator.
  List<Map<String, @Nullable Object>> head(Iterator<?> iterator) {
    List<Map<String, @Nullable Object>> head = new ArrayList<>();
    while (schema == null && head.size() < LOOKED_AT && iterator.hasNext()) {
      head.add(plain(iterator.next()));
    }
    return head;
  }
}
