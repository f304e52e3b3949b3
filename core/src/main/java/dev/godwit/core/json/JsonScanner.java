package dev.godwit.core.json;

import dev.godwit.core.error.GodwitException;
import java.util.List;

/// Finds the rows of a page without building trees: follows a path of object keys from the root and
/// hands out the slices of what lies there. The whole page is checked against the JSON grammar on
/// the way. Immutable; safe for many threads.
///
/// The meaning is that of the reference's extractor for plain keys: an array at the path gives its
/// elements, any other value gives itself unless it is falsy (`{}`, `""`, `0`, `false`, `null`), a
/// missing path gives nothing, and in a page whose root is an array the path applies to each
/// element.
public final class JsonScanner {
  private final JsonKey[] path;

  /// A scanner for one place in pages.
  ///
  /// @param path object keys from the root to the rows; empty when the rows are the root
  public JsonScanner(List<String> path) {
    this.path = path.stream().map(JsonKey::new).toArray(JsonKey[]::new);
  }

  public JsonElements scan(byte[] page) {
    return scan(page, 0, page.length);
  }

  /// Finds the elements between two positions of a page, which stays referenced by the result.
  ///
  /// @throws GodwitException SYSTEM `json.syntax` when the text is not strict JSON in UTF-8,
  ///   including numbers beyond the range of a double; the message tells the offset
  public JsonElements scan(byte[] page, int start, int end) {
    JsonWalker walker = new JsonWalker(page, start, end);
    JsonElements found = new JsonElements(page);
    int root = walker.space(start);
    walker.finish(
        walker.at(root) == '[' ? eachBody(walker, found, root) : follow(walker, found, root, 0));
    found.nulls(walker.nulls());
    return found;
  }

  private int eachBody(JsonWalker walker, JsonElements found, int position) {
    int i = walker.first(position, ']');
    while (i >= 0) {
      i = walker.following(follow(walker, found, i, 0), ']');
    }
    return walker.after();
  }

  private int follow(JsonWalker walker, JsonElements found, int position, int level) {
    byte first = walker.at(position);
    if (level == path.length) {
      return first == '[' ? eachElement(walker, found, position) : single(walker, found, position);
    }
    return first == '{' ? member(walker, found, position, level) : walker.value(position);
  }

  private int member(JsonWalker walker, JsonElements found, int position, int level) {
    int before = found.count();
    int i = walker.first(position, '}');
    while (i >= 0) {
      int keyEnd = walker.key(i);
      boolean matches = path[level].matches(found.page(), i, keyEnd);
      int value = walker.colon(keyEnd);
      if (matches) {
        found.truncate(before);
      }
      int end = matches ? follow(walker, found, value, level + 1) : walker.value(value);
      i = walker.following(end, '}');
    }
    return walker.after();
  }

  private static int eachElement(JsonWalker walker, JsonElements found, int position) {
    int i = walker.first(position, ']');
    while (i >= 0) {
      int end = element(walker, found, i);
      i = walker.following(end, ']');
    }
    return walker.after();
  }

  private static int single(JsonWalker walker, JsonElements found, int position) {
    int before = found.count();
    int end = element(walker, found, position);
    if (!JsonTruth.isTruthy(found.page(), position, end)) {
      found.truncate(before);
    }
    return end;
  }

  private static int element(JsonWalker walker, JsonElements found, int position) {
    int gaps = walker.gaps();
    int nulls = walker.nullEnd();
    int end = walker.value(position);
    found.add(position, end, walker.gaps() == gaps, nulls, walker.nullEnd());
    return end;
  }
}
