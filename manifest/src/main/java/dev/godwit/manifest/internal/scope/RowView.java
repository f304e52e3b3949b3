package dev.godwit.manifest.internal.scope;

import dev.godwit.manifest.internal.python.Attributes;
import dev.godwit.manifest.internal.python.Missing;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row as `last_record`.
public record RowView(Map<String, @Nullable Object> entries, String stream) implements Attributes {
  @Override
  public @Nullable Object attribute(String name) {
    return switch (name) {
      case "data" -> entries;
      case "stream_name" -> stream;
      default -> Missing.MISSING;
    };
  }

  @Override
  public String typeName() {
    return "Record";
  }
}
