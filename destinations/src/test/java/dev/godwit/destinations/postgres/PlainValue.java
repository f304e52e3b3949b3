package dev.godwit.destinations.postgres;

import dev.godwit.core.json.JsonParser;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import org.jspecify.annotations.Nullable;

/// Values of a result as plain ones.
final class PlainValue {
  private PlainValue() {}

  static @Nullable Object of(ResultSet rows, int column) throws SQLException {
    if (rows.getObject(column) == null) {
      return null;
    }
    return switch (rows.getMetaData().getColumnTypeName(column)) {
      case "bool" -> rows.getBoolean(column);
      case "int2", "int4", "int8", "bigserial" -> rows.getLong(column);
      case "float8" -> rows.getDouble(column);
      case "numeric" -> rows.getObject(column, BigDecimal.class);
      case "date" -> rows.getObject(column, LocalDate.class).toString();
      case "time" -> rows.getObject(column, LocalTime.class).toString();
      case "timetz" -> rows.getObject(column, OffsetTime.class).toString();
      case "timestamp" -> rows.getObject(column, LocalDateTime.class).toString();
      case "timestamptz" -> rows.getObject(column, OffsetDateTime.class).toString();
      case "json", "jsonb" -> JsonParser.LENIENT.parse(rows.getString(column));
      default -> rows.getString(column);
    };
  }
}
