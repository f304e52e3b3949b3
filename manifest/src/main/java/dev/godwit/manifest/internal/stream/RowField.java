package dev.godwit.manifest.internal.stream;

import dev.godwit.core.JsonRows;
import dev.godwit.core.json.JsonField;
import dev.godwit.core.json.JsonParser;
import dev.godwit.manifest.internal.path.TreePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A field of a row, found without parsing the row where its path is a plain key.
///
/// @param name how the field is called where it is handed on
record RowField(String name, TreePath path) {
  static RowField of(List<String> steps) {
    return new RowField(String.join(".", steps), TreePath.of(steps));
  }

  /// The value, or null where the field is missing or null.
  @Nullable Object in(JsonRows rows, int row) {
    List<String> keys = path.keys();
    if (keys == null || keys.size() != 1) {
      return path.find(JsonParser.STRICT.parse(rows.page(), rows.start(row), rows.end(row)), null);
    }
    JsonField field = new JsonField(keys);
    return field.find(rows.page(), rows.start(row), rows.end(row))
        ? JsonParser.STRICT.parse(rows.page(), field.start(), field.end())
        : null;
  }
}
