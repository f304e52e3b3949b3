package dev.godwit.manifest.port;

import dev.godwit.core.json.JsonParser;
import dev.godwit.manifest.component.ComponentContext;
import dev.godwit.manifest.component.HttpLink;
import dev.godwit.manifest.component.RecordExtractor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows that an answer has as an object, by their keys, or as a list.
record RecordsById(String field) implements RecordExtractor {
  static RecordsById of(ComponentContext context) {
    return new RecordsById(
        context.fields().get("field_path") instanceof String named ? named : "list");
  }

  @Override
  public List<? extends @Nullable Object> extract(HttpLink.Answer answer) {
    Object found =
        JsonParser.LENIENT.parse(answer.body()) instanceof Map<?, ?> root ? root.get(field) : null;
    return switch (found) {
      case List<?> rows -> rows;
      case Map<?, ?> byId -> new ArrayList<>(byId.values());
      case null, default -> List.of();
    };
  }
}
