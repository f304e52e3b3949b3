package dev.godwit.destinations.duckdb;

import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.schema.FieldType;
import dev.godwit.destinations.internal.sql.Quoting;
import dev.godwit.destinations.internal.table.ValueType;
import dev.godwit.destinations.internal.table.ValueType.ListOf;
import dev.godwit.destinations.internal.table.ValueType.Member;
import dev.godwit.destinations.internal.table.ValueType.Plain;
import dev.godwit.destinations.internal.table.ValueType.Struct;
import java.util.ArrayList;
import java.util.List;

/// SQL that makes JSON of values without loss. DuckDB's own `to_json` would do that for texts only:
/// it makes doubles of the numbers in JSON.
final class DuckDbJson {
  private DuckDbJson() {}

  static String text(ValueType type, String value) {
    return text(type, value, 0);
  }

  /// @param depth how many lists the value lies in
  private static String text(ValueType type, String value, int depth) {
    return switch (type) {
      case Plain plain -> plain(plain.type(), value);
      case Struct struct -> struct(struct, value, depth);
      case ListOf list -> list(list, value, depth);
    };
  }

  static String joined(List<String> texts) {
    return "concat(" + String.join(", ", texts) + ")";
  }

  private static String plain(FieldType type, String value) {
    String text = value + "::varchar";
    return switch (type) {
      case BOOLEAN, BIGINT, HUGEINT, JSON -> text;
      case DOUBLE -> real(value);
      case VARCHAR -> "to_json(" + text + ")::varchar";
      case DECIMAL, TIME -> quoted(text);
      case TIMETZ -> quoted("regexp_replace(" + text + ", '([+-]\\d\\d)$', '\\1:00')");
      case DATE -> quoted(dated(value, text, "-%m-%d"));
      case TIMESTAMP -> quoted(time(value, ""));
      case TIMESTAMPTZ ->
          "case when isfinite(%1$s) then %2$s else %3$s end"
              .formatted(
                  value,
                  quoted(time("make_timestamp(epoch_us(" + value + "))", "Z")),
                  quoted(text));
    };
  }

  private static String quoted(String text) {
    return "'\"' || " + text + " || '\"'";
  }

  private static String real(String value) {
    return """
    case when isfinite(%1$s) then %1$s::varchar when isnan(%1$s) then '"NaN"' \
    when %1$s > 0 then '"Infinity"' when %1$s < 0 then '"-Infinity"' end\
    """
        .formatted(value);
  }

  private static String time(String value, String zone) {
    return dated(
        value,
        "replace(" + value + "::varchar, ' ', 'T') || '" + zone + "'",
        "-%m-%dT%H:%M:%S.%f" + zone);
  }

  /// Years before the first have a sign in ISO 8601, and the year 0 comes before it.
  private static String dated(String value, String text, String early) {
    return """
    (case when %1$s >= '0001-01-01' or not isfinite(%1$s) then %2$s \
    else format(case when year(%1$s) < 0 then '{:05d}' else '{:04d}' end, year(%1$s)) \
    || strftime(%1$s, '%3$s') end)\
    """
        .formatted(value, text, early);
  }

  private static String struct(Struct struct, String value, int depth) {
    List<String> texts = new ArrayList<>();
    String before = "{";
    for (Member member : struct.members()) {
      String part = "struct_extract(%s, %s)".formatted(value, Quoting.text(member.name()));
      texts.add(Quoting.text(before + JsonWriter.text(member.key()) + ":"));
      texts.add("coalesce(" + text(member.type(), part, depth) + ", 'null')");
      before = ",";
    }
    texts.add("'}'");
    return "case when %s is not null then %s end".formatted(value, joined(texts));
  }

  private static String list(ListOf list, String value, int depth) {
    String element = "element" + depth;
    return "'[' || array_to_string(list_transform(%s, lambda %s: coalesce(%s, 'null')), ',') || ']'"
        .formatted(value, element, text(list.element(), element, depth + 1));
  }
}
