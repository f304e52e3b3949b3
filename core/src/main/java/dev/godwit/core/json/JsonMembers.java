package dev.godwit.core.json;

import dev.godwit.core.error.GodwitException;

/// Goes over the fields of a JSON object in the order of the text, without building a tree. Meant
/// to be made once and used for many rows; it allocates nothing per row. For one thread.
///
/// ```java
/// members.open(page, rows.start(i), rows.end(i));
/// while (members.next()) {
///   if (members.kind() == JsonKind.NULL) { … }
/// }
/// ```
public final class JsonMembers {
  private static final byte[] NOTHING = {};

  private final JsonWalker walker = new JsonWalker(NOTHING, 0, 0);
  private byte[] page = NOTHING;
  private int upcoming;
  private int keyStart;
  private int keyEnd;
  private int start;
  private int end;

  /// Begins with the object between two positions.
  ///
  /// @throws GodwitException SYSTEM `json.syntax` when the text does not start as an object
  public void open(byte[] otherPage, int from, int to) {
    page = otherPage;
    walker.reset(otherPage, from, to);
    int i = walker.space(from);
    if (walker.at(i) != '{') {
      throw walker.error(i, "expected an object");
    }
    upcoming = walker.first(i, '}');
    end = -1;
  }

  /// Moves to the next field.
  ///
  /// @return whether there is one
  /// @throws GodwitException SYSTEM `json.syntax` when the text is not JSON; at the latest after
  ///   the last field
  public boolean next() {
    if (end >= 0) {
      upcoming = walker.following(end, '}');
    }
    if (upcoming < 0) {
      walker.finish(walker.after());
      return false;
    }
    int afterKey = walker.key(upcoming);
    keyStart = upcoming + 1;
    keyEnd = afterKey - 1;
    start = walker.colon(afterKey);
    end = walker.value(start);
    return true;
  }

  /// First byte of the key, inside its quotes.
  public int keyStart() {
    return keyStart;
  }

  /// The byte after the key, its closing quote.
  public int keyEnd() {
    return keyEnd;
  }

  /// The key as text, escapes resolved. Plain keys that were seen before cost no new `String`.
  public String key() {
    for (int i = keyStart; i < keyEnd; i++) {
      if (page[i] < 0 || page[i] == '\\') {
        return JsonText.decode(page, keyStart, keyEnd);
      }
    }
    return KeyCache.text(page, keyStart, keyEnd - keyStart);
  }

  /// First byte of the value.
  public int start() {
    return start;
  }

  /// The byte after the value.
  public int end() {
    return end;
  }

  public JsonKind kind() {
    return JsonKind.of(page[start]);
  }
}
