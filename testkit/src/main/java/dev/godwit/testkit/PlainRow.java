package dev.godwit.testkit;

import dev.godwit.core.json.JsonWriter;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Rows as text that is equal exactly where the rows are: numbers count by their value, times by
/// the instant, fields of objects in any order.
final class PlainRow {
  /// Forms of times. Those without a zone stay apart from those with one.
  private static final List<UnaryOperator<String>> TIMES =
      List.of(
          text -> OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toString(),
          text -> LocalDateTime.parse(text).toString(),
          text -> OffsetTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toString(),
          text -> LocalTime.parse(text).toString());

  private PlainRow() {}

  /// One row, of values by field.
  ///
  /// @param properties JSON Schema of the fields, which says where text is a number or a time
  static String text(Map<String, @Nullable Object> row, Map<String, @Nullable Object> properties) {
    Map<String, String> values = new TreeMap<>();
    row.forEach((field, value) -> {
      if (value != null) {
        values.put(field, value(value, properties.get(field)));
      }
    });
    return values.toString();
  }

  private static String value(Object value, @Nullable Object schema) {
    String declared = schema == null ? "" : schema.toString();
    if (value instanceof String text) {
      if (declared.contains("number") || declared.contains("integer")) {
        return number(text);
      }
      if (declared.contains("time")) {
        return time(text);
      }
    }
    return json(value);
  }

  private static String json(@Nullable Object value) {
    return switch (value) {
      case Double number when !Double.isFinite(number) -> number.toString();
      case Number number -> number(number.toString());
      case Map<?, ?> object ->
          object.entrySet().stream()
              .map(field -> JsonWriter.text(field.getKey()) + ":" + json(field.getValue()))
              .sorted()
              .collect(Collectors.joining(",", "{", "}"));
      case List<?> array ->
          array.stream().map(PlainRow::json).collect(Collectors.joining(",", "[", "]"));
      case null, default -> JsonWriter.text(value);
    };
  }

  private static String number(String text) {
    try {
      return new BigDecimal(text).stripTrailingZeros().toString();
    } catch (NumberFormatException e) {
      return JsonWriter.text(text);
    }
  }

  private static String time(String text) {
    return TIMES.stream()
        .flatMap(form -> read(text.replace(' ', 'T'), form).stream())
        .findFirst()
        .orElseGet(() -> JsonWriter.text(text));
  }

  private static Optional<String> read(String text, UnaryOperator<String> form) {
    try {
      return Optional.of(form.apply(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
