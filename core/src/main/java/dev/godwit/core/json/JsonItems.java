package dev.godwit.core.json;

import dev.godwit.core.error.GodwitException;

/// Goes over the elements of a JSON array in the order of the text, without building a tree. Meant
/// to be made once and used often; it allocates nothing per array. For one thread.
public final class JsonItems {
  private static final byte[] NOTHING = {};

  private final JsonWalker walker = new JsonWalker(NOTHING, 0, 0);
  private int upcoming;
  private int start;
  private int end;

  /// Begins with the array between two positions.
  ///
  /// @throws GodwitException SYSTEM `json.syntax` when the text does not start as an array
  public void open(byte[] page, int from, int to) {
    walker.reset(page, from, to);
    int i = walker.space(from);
    if (walker.at(i) != '[') {
      throw walker.error(i, "expected an array");
    }
    upcoming = walker.first(i, ']');
    end = -1;
  }

  /// Moves to the next element.
  ///
  /// @return whether there is one
  /// @throws GodwitException SYSTEM `json.syntax` when the text is not JSON; at the latest after
  ///   the last element
  public boolean next() {
    if (end >= 0) {
      upcoming = walker.following(end, ']');
    }
    if (upcoming < 0) {
      walker.finish(walker.after());
      return false;
    }
    start = upcoming;
    end = walker.value(start);
    return true;
  }

  /// First byte of the element.
  public int start() {
    return start;
  }

  /// The byte after the element.
  public int end() {
    return end;
  }
}
