package dev.godwit.protocol.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The protocol's own types, to which schemas may refer, in plain JSON Schema.
final class WellKnownTypes {
  private static final String REFERENCE = "$ref";
  private static final String PLACE = "WellKnownTypes.json#/definitions/";

  private WellKnownTypes() {}

  /// A schema without references to well-known types, at any depth. Other references stay.
  static Map<String, @Nullable Object> resolve(Map<String, @Nullable Object> schema) {
    Map<String, @Nullable Object> resolved = new LinkedHashMap<>();
    schema.forEach((key, value) -> {
      Map<String, @Nullable Object> type = key.equals(REFERENCE) ? type(value) : null;
      if (type == null) {
        resolved.put(key, resolveAny(value));
      } else {
        resolved.putAll(type);
      }
    });
    return resolved;
  }

  private static @Nullable Object resolveAny(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> _ -> resolve(Fields.of(value).map());
      case List<?> list -> list.stream().map(WellKnownTypes::resolveAny).toList();
      case null, default -> value;
    };
  }

  /// Numbers are texts there, since JSON's own have no infinity.
  private static @Nullable Map<String, @Nullable Object> type(@Nullable Object reference) {
    if (!(reference instanceof String text) || !text.contains(PLACE)) {
      return null;
    }
    return switch (text.substring(text.indexOf(PLACE) + PLACE.length())) {
      case "String" -> new Fields().put("type", "string").map();
      case "BinaryData" -> text("contentEncoding", "base64").map();
      case "Date" -> text("format", "date").map();
      case "TimestampWithTimezone" -> timed("date-time", "timestamp_with_timezone");
      case "TimestampWithoutTimezone" -> timed("date-time", "timestamp_without_timezone");
      case "TimeWithTimezone" -> timed("time", "time_with_timezone");
      case "TimeWithoutTimezone" -> timed("time", "time_without_timezone");
      case "Number" -> text("airbyte_type", "big_number").map();
      case "Integer" -> text("airbyte_type", "big_integer").map();
      case "Boolean" -> new Fields().put("type", "boolean").map();
      default -> null;
    };
  }

  private static Fields text(String key, String value) {
    return new Fields().put("type", "string").put(key, value);
  }

  private static Map<String, @Nullable Object> timed(String format, String type) {
    return text("format", format).put("airbyte_type", type).map();
  }
}
