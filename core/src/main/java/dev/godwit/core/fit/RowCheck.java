package dev.godwit.core.fit;

import dev.godwit.core.schema.FieldType;
import java.util.HashMap;
import java.util.Map;

/// Tells, by looking at a row's bytes, whether every field surely fits its type, in a form that
/// databases read without loss. Databases themselves may round 1.5 into an integer column, take 2
/// for true and cut the time off a date, and not mention it. For one thread.
public final class RowCheck {
  private static final int SAFE_BIGINT_LENGTH = 18;
  private static final int SAFE_HUGEINT_LENGTH = 37;

  private final FieldLookup<FieldType> types;
  private final RowFields fields = new RowFields();

  /// @param types of the fields, by key
  public RowCheck(Map<String, FieldType> types) {
    Map<String, FieldType> strict = new HashMap<>();
    types.forEach((key, type) -> {
      switch (type) {
        case VARCHAR, JSON -> {}
        case BOOLEAN,
            BIGINT,
            HUGEINT,
            DOUBLE,
            DECIMAL,
            TIME,
            TIMETZ,
            DATE,
            TIMESTAMP,
            TIMESTAMPTZ ->
            strict.put(key, type);
      }
    });
    this.types = new FieldLookup<>(strict);
  }

  /// Whether every field of the row that starts here surely fits; false means that it must be
  /// looked at closely. Looks no further once it has seen a field for each type: DuckDB itself
  /// refuses rows with the same key twice.
  public boolean fits(byte[] page, int start) {
    int unseen = types.size();
    if (unseen == 0 || page[start] != '{') {
      return unseen == 0;
    }
    fields.open(page, start);
    types.restart();
    while (unseen > 0 && fields.next()) {
      FieldType type = types.of(page, fields.keyStart(), fields.keyEnd());
      if (type != null) {
        if (!fits(type, page, fields.start(), fields.end())) {
          return false;
        }
        unseen--;
      }
    }
    return true;
  }

  /// Whether the value that lies there surely fits a type other than VARCHAR and JSON.
  public static boolean fits(FieldType type, byte[] page, int start, int end) {
    return switch (page[start]) {
      case 'n' -> true;
      case '{', '[' -> false;
      case 't', 'f' -> type == FieldType.BOOLEAN;
      case '"' -> fitsText(type, page, start + 1, end - 1);
      default -> fitsNumber(type, page, start, end);
    };
  }

  private static boolean fitsNumber(FieldType type, byte[] page, int start, int end) {
    return switch (type) {
      case BIGINT -> isInteger(page, start, end, SAFE_BIGINT_LENGTH);
      case HUGEINT -> isInteger(page, start, end, SAFE_HUGEINT_LENGTH);
      case DECIMAL -> isInteger(page, start, end, FieldType.DECIMAL_WHOLE_DIGITS);
      case DOUBLE, VARCHAR, JSON -> true;
      case BOOLEAN, TIME, TIMETZ, DATE, TIMESTAMP, TIMESTAMPTZ -> false;
    };
  }

  private static boolean fitsText(FieldType type, byte[] page, int start, int end) {
    return switch (type) {
      case TIME -> TimeShape.isTime(page, start, end);
      case TIMETZ -> TimeShape.isTimeWithOffset(page, start, end);
      case DATE -> TimeShape.isDate(page, start, end);
      case TIMESTAMP -> TimeShape.isUtcTimestamp(page, start, end);
      case TIMESTAMPTZ -> TimeShape.isTimestamp(page, start, end);
      case VARCHAR, JSON -> true;
      case DECIMAL -> isDecimal(page, start, end);
      case BOOLEAN, BIGINT, HUGEINT, DOUBLE -> false;
    };
  }

  /// Digits that a column has room for, with a point between them or without.
  private static boolean isDecimal(byte[] page, int start, int end) {
    int whole = start < end && page[start] == '-' ? start + 1 : start;
    int point = afterDigits(page, whole, end);
    if (point == whole || point - whole > FieldType.DECIMAL_WHOLE_DIGITS) {
      return false;
    }
    if (point == end) {
      return true;
    }
    int digits = end - point - 1;
    return page[point] == '.'
        && digits > 0
        && digits <= FieldType.DECIMAL_SCALE
        && afterDigits(page, point + 1, end) == end;
  }

  private static int afterDigits(byte[] page, int start, int end) {
    int i = start;
    while (i < end && page[i] >= '0' && page[i] <= '9') {
      i++;
    }
    return i;
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
