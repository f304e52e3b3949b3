package dev.godwit.destinations.duckdb;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import org.duckdb.JsonNode;
import org.jspecify.annotations.Nullable;

/// Turns the driver's values into plain ones.
final class PlainValues {
  private PlainValues() {}

  static @Nullable Object of(@Nullable Object value) throws SQLException {
    return switch (value) {
      case null -> null;
      case Boolean bool -> bool;
      case Byte number -> number.longValue();
      case Short number -> number.longValue();
      case Integer number -> number.longValue();
      case Long number -> number;
      case BigInteger number ->
          number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
      case BigDecimal number -> decimal(number);
      case Float number -> number.doubleValue();
      case Double number -> number;
      case JsonNode json -> json(json.toString());
      case OffsetDateTime time -> time.withOffsetSameInstant(ZoneOffset.UTC).toString();
      case Timestamp time -> time.toLocalDateTime().toString();
      case DuckDBStruct struct -> map(struct.getMap());
      case Struct struct -> list(struct.getAttributes());
      case Array array -> list((Object[]) array.getArray());
      case Map<?, ?> map -> map(map);
      case Blob blob -> HexFormat.of().formatHex(blob.getBytes(1, Math.toIntExact(blob.length())));
      default -> value.toString();
    };
  }

  private static Object decimal(BigDecimal number) {
    boolean exact = BigDecimal.valueOf(number.doubleValue()).compareTo(number) == 0;
    return exact ? (Object) number.doubleValue() : number.toPlainString();
  }

  private static @Nullable Object json(String text) {
    try {
      return JsonParser.STRICT.parse(text);
    } catch (GodwitException e) {
      return text;
    }
  }

  private static Map<String, @Nullable Object> map(Map<?, ?> map) throws SQLException {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      plain.put(String.valueOf(entry.getKey()), of(entry.getValue()));
    }
    return plain;
  }

  private static List<@Nullable Object> list(@Nullable Object[] values) throws SQLException {
    List<@Nullable Object> plain = new ArrayList<>(values.length);
    for (Object value : values) {
      plain.add(of(value));
    }
    return plain;
  }
}
