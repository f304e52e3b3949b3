package dev.godwit.manifest.internal.record;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonElements;
import dev.godwit.core.json.JsonScanner;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.manifest.internal.decode.Body;
import dev.godwit.manifest.internal.path.TreePath;
import dev.godwit.manifest.internal.python.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the rows at the end of a path.
final class PathExtraction implements Extraction {
  private static final String ROWS = "rows";
  private static final JsonScanner WRITTEN = new JsonScanner(List.of(ROWS));

  /// All elements of a body that is a list.
  static final PathExtraction ALL = new PathExtraction(TreePath.of(List.of()), false);

  private final TreePath path;
  private final boolean collects;
  private final @Nullable JsonScanner scanner;

  /// @param path from the root of the body to the rows
  /// @param collects whether the path may find many places, whose values are then the rows
  PathExtraction(TreePath path, boolean collects) {
    this.path = path;
    this.collects = collects;
    List<String> keys = path.keys();
    this.scanner = keys == null ? null : new JsonScanner(keys);
  }

  /// The rows as slices of the body's bytes, or of a page of their own where the path has globs or
  /// the body is not strict JSON.
  @Override
  public JsonElements slices(Body body) {
    if (scanner != null) {
      try {
        return scanner.scan(body.bytes());
      } catch (GodwitException notStrict) {
        return fromTree(body);
      }
    }
    return fromTree(body);
  }

  @Override
  public FoundRows rows(Body body, Occasion occasion) {
    return FoundRows.in(slices(body));
  }

  private JsonElements fromTree(Body body) {
    List<@Nullable Object> rows = new ArrayList<>();
    if (body.root() instanceof List<?> bodies) {
      bodies.forEach(each -> addRows(each, rows));
    } else {
      addRows(body.root(), rows);
    }
    return WRITTEN.scan(JsonWriter.bytes(Map.of(ROWS, rows)));
  }

  private void addRows(@Nullable Object root, List<@Nullable Object> rows) {
    Object found = collects ? path.all(root) : path.find(root, null);
    if (found instanceof List<?> list) {
      rows.addAll(list);
    } else if (Truth.of(found)) {
      rows.add(found);
    }
  }
}
