package dev.godwit.destinations.duckdb;

import dev.godwit.core.json.JsonMembers;
import java.util.HashMap;
import java.util.Map;

/// Tells, by looking at a row's bytes, whether DuckDB will read every field into its column without
/// loss. DuckDB itself rounds 1.5 into an integer column, takes 2 for true and cuts the time off a
/// date, and does not mention it. For one thread.
final class RowCheck {
  private static final int SAFE_BIGINT_LENGTH = 18;
  private static final int SAFE_HUGEINT_LENGTH = 37;

  private final Map<String, ColumnType> types = new HashMap<>();
  private final JsonMembers members = new JsonMembers();

  RowCheck(TableShape shape) {
    for (Column column : shape.columns()) {
      switch (column.type()) {
        case VARCHAR, JSON -> {}
        case BOOLEAN, BIGINT, HUGEINT, DOUBLE, DECIMAL, DATE, TIMESTAMP, TIMESTAMPTZ ->
            types.put(column.key(), column.type());
      }
    }
  }

  /// Whether every field of the row between two positions surely fits; false means that it must be
  /// looked at closely.
  boolean fits(byte[] page, int start, int end) {
    if (types.isEmpty()) {
      return true;
    }
    members.open(page, start, end);
    while (members.next()) {
      ColumnType type = types.get(members.key());
      if (type != null && !fits(type, page)) {
        return false;
      }
    }
    return true;
  }

  private boolean fits(ColumnType type, byte[] page) {
    int start = members.start();
    int end = members.end();
    return switch (members.kind()) {
      case NULL -> true;
      case OBJECT, ARRAY -> type == ColumnType.JSON || type == ColumnType.VARCHAR;
      case BOOLEAN -> type == ColumnType.BOOLEAN;
      case NUMBER -> fitsNumber(type, page, start, end);
      case STRING -> fitsText(type, page, start + 1, end - 1);
    };
  }

  private static boolean fitsNumber(ColumnType type, byte[] page, int start, int end) {
    return switch (type) {
      case BIGINT -> isInteger(page, start, end, SAFE_BIGINT_LENGTH);
      case HUGEINT -> isInteger(page, start, end, SAFE_HUGEINT_LENGTH);
      case DECIMAL -> isInteger(page, start, end, ColumnType.DECIMAL_WHOLE_DIGITS);
      case DOUBLE, VARCHAR, JSON -> true;
      case BOOLEAN, DATE, TIMESTAMP, TIMESTAMPTZ -> false;
    };
  }

  private static boolean fitsText(ColumnType type, byte[] page, int start, int end) {
    return switch (type) {
      case DATE -> TimeShape.isDate(page, start, end);
      case TIMESTAMP -> TimeShape.isUtcTimestamp(page, start, end);
      case TIMESTAMPTZ -> TimeShape.isTimestamp(page, start, end);
      case VARCHAR, JSON -> true;
      case BOOLEAN, BIGINT, HUGEINT, DOUBLE, DECIMAL -> false;
    };
  }

  private static boolean isInteger(byte[] page, int start, int end, int longest) {
    if (end - start > longest) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (page[i] > '9' || page[i] == '.') {
        return false;
      }
    }
    return true;
  }
}
