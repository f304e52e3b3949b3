package dev.godwit.core.json;

import dev.godwit.core.error.GodwitException;
import java.util.List;

/// Finds one field of a JSON object, without building a tree, as a slice of the page. Meant to be
/// made once and used for many rows; it allocates nothing per row. For one thread.
public final class JsonField {
  private static final byte[] NOTHING = {};

  private final JsonKey[] path;
  private final JsonWalker walker = new JsonWalker(NOTHING, 0, 0);
  private int start;
  private int end;

  /// @param path object keys from the row to the field; at least one
  public JsonField(List<String> path) {
    if (path.isEmpty()) {
      throw new IllegalArgumentException("a field needs a path");
    }
    this.path = path.stream().map(JsonKey::new).toArray(JsonKey[]::new);
  }

  /// Looks for the field in the JSON value between two positions. Of equal keys the last one
  /// counts. Numbers in paths are keys too; arrays are never looked into.
  ///
  /// @return whether it is there; {@link #start()}, {@link #end()} and {@link #kind} then describe
  ///   its value
  /// @throws GodwitException SYSTEM `json.syntax` when the text is not JSON
  public boolean find(byte[] page, int from, int to) {
    start = -1;
    walker.reset(page, from, to);
    walker.finish(follow(page, walker.space(from), 0));
    return start >= 0;
  }

  /// First byte of the value found last.
  public int start() {
    return start;
  }

  /// The byte after the value found last.
  public int end() {
    return end;
  }

  /// What kind of value was found last in `page`.
  public JsonKind kind(byte[] page) {
    return JsonKind.of(page[start]);
  }

  private int follow(byte[] page, int position, int level) {
    if (level == path.length) {
      start = position;
      end = walker.value(position);
      return end;
    }
    return walker.at(position) == '{' ? member(page, position, level) : walker.value(position);
  }

  private int member(byte[] page, int position, int level) {
    int i = walker.first(position, '}');
    while (i >= 0) {
      int keyEnd = walker.key(i);
      boolean matches = path[level].matches(page, i, keyEnd);
      int value = walker.colon(keyEnd);
      if (matches) {
        start = -1;
      }
      i = walker.following(matches ? follow(page, value, level + 1) : walker.value(value), '}');
    }
    return walker.after();
  }
}
