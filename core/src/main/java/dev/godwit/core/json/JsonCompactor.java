package dev.godwit.core.json;

/// Copies well-formed JSON without the white space between its tokens.
public final class JsonCompactor {
  private JsonCompactor() {}

  /// Copies the text between two positions.
  ///
  /// @param target has room for at least as many bytes as the text has
  /// @param at where to put the copy
  /// @return the position after the copy
  public static int copy(byte[] page, int start, int end, byte[] target, int at) {
    int out = at;
    int run = start;
    int i = start;
    while (i < end) {
      if (page[i] == '"') {
        i = afterString(page, i, end);
      } else if (page[i] > ' ') {
        i++;
      } else {
        System.arraycopy(page, run, target, out, i - run);
        out += i - run;
        do {
          i++;
        } while (i < end && page[i] <= ' ');
        run = i;
      }
    }
    System.arraycopy(page, run, target, out, end - run);
    return out + end - run;
  }

  private static int afterString(byte[] page, int quote, int end) {
    int i = quote + 1;
    while (true) {
      while (i + 8 <= end) {
        long marks = Swar.special(Swar.load(page, i));
        if (marks != 0) {
          i += Swar.first(marks);
          break;
        }
        i += 8;
      }
      if (page[i] == '"') {
        return i + 1;
      }
      i += page[i] == '\\' ? 2 : 1;
    }
  }
}
