package dev.godwit.registry.lock;

import dev.godwit.core.json.JsonWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON with a line for each field, so that changes of different connectors lie on different lines.
final class LockText {
  private static final String STEP = "  ";

  private LockText() {}

  static String of(Map<String, ? extends @Nullable Object> value) {
    StringBuilder text = new StringBuilder();
    write(value, "\n", text);
    return text.append('\n').toString();
  }

  private static void write(@Nullable Object value, String line, StringBuilder text) {
    if (value instanceof Map<?, ?> object && !object.isEmpty()) {
      String separator = "{";
      for (Map.Entry<?, ?> field : object.entrySet()) {
        text.append(separator).append(line).append(STEP);
        text.append(JsonWriter.text(String.valueOf(field.getKey()))).append(": ");
        write(field.getValue(), line + STEP, text);
        separator = ",";
      }
      text.append(line).append('}');
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      String separator = "[";
      for (Object element : list) {
        text.append(separator).append(line).append(STEP);
        write(element, line + STEP, text);
        separator = ",";
      }
      text.append(line).append(']');
    } else {
      text.append(JsonWriter.text(value));
    }
  }
}
