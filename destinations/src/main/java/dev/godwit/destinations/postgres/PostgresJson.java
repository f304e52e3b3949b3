package dev.godwit.destinations.postgres;

import dev.godwit.core.schema.FieldType;
import dev.godwit.destinations.internal.table.ValueType;
import java.util.ArrayList;
import java.util.List;

/// SQL that makes JSON of values without loss.
final class PostgresJson {
  /// Functions take a hundred arguments.
  private static final int MOST_ARGUMENTS = 100;

  private PostgresJson() {}

  /// Columns have no parts here, but JSON.
  static String text(ValueType type, String value) {
    FieldType plain = type instanceof ValueType.Plain(FieldType only) ? only : FieldType.JSON;
    return switch (plain) {
      case BIGINT, JSON -> value + "::text";
      case BOOLEAN, HUGEINT, TIME -> json(value);
      case VARCHAR -> json(value + "::text");
      case DOUBLE ->
          "case %1$s::text when '-0' then '-0.0' else %2$s end".formatted(value, json(value));
      case DECIMAL -> quoted(value + "::text");
      case TIMETZ -> quoted("regexp_replace(" + value + "::text, '([+-]\\d\\d)$', '\\1:00')");
      case DATE -> dated(value, "date", "-MM-DD");
      case TIMESTAMP -> dated(value, "timestamp", "-MM-DD\"T\"HH24:MI:SS.US");
      case TIMESTAMPTZ -> dated(value, "timestamptz", "-MM-DD\"T\"HH24:MI:SS.US\"Z\"");
    };
  }

  private static String json(String value) {
    return "to_json(" + value + ")::text";
  }

  private static String quoted(String text) {
    return "'\"' || " + text + " || '\"'";
  }

  /// Years before the first have a sign in ISO 8601, and the year 0 comes before it.
  private static String dated(String value, String type, String early) {
    return """
    case when %1$s >= %2$s '0001-01-01 00:00:00+00' or not isfinite(%1$s) then %3$s \
    else '"' || to_char(extract(year from %1$s) + 1, 'FM0000') || to_char(%1$s, '%4$s') || '"' end\
    """
        .formatted(value, type, json(value), early);
  }

  static String joined(List<String> texts) {
    List<String> parts = texts;
    while (parts.size() > 1) {
      List<String> fewer = new ArrayList<>();
      for (int i = 0; i < parts.size(); i += MOST_ARGUMENTS) {
        List<String> some = parts.subList(i, Math.min(parts.size(), i + MOST_ARGUMENTS));
        fewer.add("concat(" + String.join(", ", some) + ")");
      }
      parts = fewer;
    }
    return parts.getFirst();
  }
}
