package dev.godwit.core.json;

import dev.godwit.core.error.GodwitException;
import org.jspecify.annotations.Nullable;

/// Finds and leaves out the fields of a row whose value is null; the Airbyte protocol carries rows without them. Nulls
/// deeper inside a row stay. It allocates nothing per row. For one thread.
public final class JsonNulls {
  private static final byte[] NOTHING = {};

  private final JsonWalker walker = new JsonWalker(NOTHING, 0, 0);

  /// Whether the JSON object between two positions has a field that is null.
  ///
  /// @throws GodwitException SYSTEM `json.syntax` when the text is not a JSON object
  public boolean present(byte[] page, int start, int end) {
    return walk(page, start, end, null) > 0;
  }

  /// Appends a row to `target` without the fields that are null, and without white space around its fields.
  ///
  /// @throws GodwitException SYSTEM `json.syntax` when the text is not a JSON object
  public void copyWithout(byte[] page, int start, int end, JsonBuffer target) {
    int mark = target.length();
    target.add((byte) '{');
    walk(page, start, end, target);
    if (target.length() > mark + 1) {
      target.truncate(target.length() - 1);
    }
    target.add((byte) '}');
  }

  private int walk(byte[] page, int start, int end, @Nullable JsonBuffer target) {
    walker.reset(page, start, end);
    int nulls = 0;
    int i = walker.space(start);
    if (walker.at(i) != '{') {
      throw walker.error(i, "expected an object");
    }
    i = walker.first(i, '}');
    while (i >= 0) {
      int keyEnd = walker.key(i);
      int value = walker.colon(keyEnd);
      int valueEnd = walker.value(value);
      if (page[value] == 'n') {
        nulls++;
      } else if (target != null) {
        target.add(page, i, keyEnd);
        target.add((byte) ':');
        target.add(page, value, valueEnd);
        target.add((byte) ',');
      }
      i = walker.following(valueEnd, '}');
    }
    walker.finish(walker.after());
    return nulls;
  }
}
