package dev.godwit.core.fit;

/// Goes over the fields of a row in the order of the text. It trusts that the row is a JSON object:
/// whoever made the batch has checked that. Made once and used for many rows; allocates nothing.
/// For one thread.
public final class RowFields {
  private byte[] page = {};
  private int at;
  private int keyStart;
  private int keyEnd;
  private int start;
  private int end;

  /// Begins with the row that starts here.
  public void open(byte[] otherPage, int rowStart) {
    page = otherPage;
    at = rowStart + 1;
  }

  /// Moves to the next field.
  ///
  /// @return whether there is one
  public boolean next() {
    int i = space(at);
    if (page[i] == ',') {
      i = space(i + 1);
    }
    if (page[i] == '}') {
      return false;
    }
    keyStart = i + 1;
    keyEnd = closingQuote(keyStart);
    start = space(space(keyEnd + 1) + 1);
    end = afterValue(start);
    at = end;
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

  /// First byte of the value.
  public int start() {
    return start;
  }

  /// The byte after the value.
  public int end() {
    return end;
  }

  private int space(int position) {
    int i = position;
    while (page[i] <= ' ' && page[i] >= 0) {
      i++;
    }
    return i;
  }

  private int closingQuote(int position) {
    byte[] bytes = page;
    int i = position;
    for (byte b = bytes[i]; b != '"'; b = bytes[i]) {
      i += b == '\\' ? 2 : 1;
    }
    return i;
  }

  private int afterValue(int position) {
    return switch (page[position]) {
      case '"' -> closingQuote(position + 1) + 1;
      case '{', '[' -> afterNested(position);
      default -> afterWord(position);
    };
  }

  private int afterNested(int position) {
    int depth = 0;
    int i = position;
    while (true) {
      byte b = page[i];
      if (b == '"') {
        i = closingQuote(i + 1);
      } else if (b == '{' || b == '[') {
        depth++;
      } else if ((b == '}' || b == ']') && --depth == 0) {
        return i + 1;
      }
      i++;
    }
  }

  /// A number, true, false or null.
  private int afterWord(int position) {
    int i = position;
    while (page[i] != ',' && page[i] != '}' && page[i] > ' ') {
      i++;
    }
    return i;
  }
}
