package dev.godwit.protocol;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A message that was printed.
record Printed(Map<String, @Nullable Object> message) {
  String type() {
    return String.valueOf(message.get("type"));
  }

  /// The value at a path of keys; null where there is none.
  @Nullable Object at(String... path) {
    Object value = message;
    for (String key : path) {
      value = value instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return value;
  }

  boolean has(String... path) {
    Object value = message;
    for (String key : path) {
      if (!(value instanceof Map<?, ?> map) || !map.containsKey(key)) {
        return false;
      }
      value = map.get(key);
    }
    return true;
  }

  /// A word for what the message says, such as `RECORD`, `COMPLETE` or `ERROR`.
  String word() {
    Object status = at("trace", "stream_status", "status");
    return status != null ? status.toString() : type().equals("TRACE") ? "ERROR" : type();
  }
}
