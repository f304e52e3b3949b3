package dev.godwit.core.json;

import dev.godwit.core.error.GodwitException;
import java.util.Arrays;

/// Walks over JSON values and checks their grammar without building anything. Positions are indices
/// into the page. For one thread.
///
/// What is done for every token is in methods so short that the JVM's quick compiler puts them into
/// the one that calls them; the rare rest of each is in another.
public final class JsonWalker {
  /// Bytes that stand for themselves in a string: ASCII without quote, backslash and control
  /// characters.
  private static final boolean[] PLAIN = new boolean[256];

  static {
    for (int i = ' '; i < 0x80; i++) {
      PLAIN[i] = i != '"' && i != '\\';
    }
  }

  private final long[] objects = new long[JsonSyntax.MAX_DEPTH / Long.SIZE];
  private final JsonNumberWalker numbers;
  private byte[] page;
  private int start;
  private int end;
  private int gaps;
  private int after;
  private int[] nulls = new int[16];
  private int nullEnd;

  public JsonWalker(byte[] page, int start, int end) {
    this.page = page;
    this.start = start;
    this.end = end;
    this.numbers = new JsonNumberWalker(page, start, end);
  }

  /// Goes on with another text.
  public void reset(byte[] otherPage, int otherStart, int otherEnd) {
    page = otherPage;
    start = otherStart;
    end = otherEnd;
    nullEnd = 0;
    numbers.reset(otherPage, otherStart, otherEnd);
  }

  /// Goes on with the same text, of which more is there. Nulls are not forgotten.
  public void extend(int otherEnd) {
    end = otherEnd;
    numbers.reset(page, start, otherEnd);
  }

  /// Where the fields that are null lie in the objects that {@link #value} has passed so far, those
  /// of objects inside them left out: first byte of the key's quote, byte after the value, and so
  /// on. Only the first {@link #nullEnd()} places count.
  public int[] nulls() {
    return nulls;
  }

  public int nullEnd() {
    return nullEnd;
  }

  /// How many bytes of white space have been passed so far.
  public int gaps() {
    return gaps;
  }

  /// The byte at a position, or 0 at the end.
  public byte at(int position) {
    return position < end ? page[position] : 0;
  }

  GodwitException error(int at, String problem) {
    return JsonSyntax.error(page, start, at, at >= end ? "it ends too early" : problem);
  }

  /// Passes white space.
  int space(int position) {
    return at(position) > ' ' ? position : passSpace(position);
  }

  private int passSpace(int position) {
    int i = position;
    while (i < end && isSpace(page[i])) {
      i++;
    }
    gaps += i - position;
    return i;
  }

  /// Passes white space and makes sure that nothing else follows.
  void finish(int position) {
    int i = space(position);
    if (i != end) {
      throw error(i, "something follows the value");
    }
  }

  /// Passes an opening bracket.
  ///
  /// @return where the first member starts, or -1 when there is none; {@link #after()} then tells
  ///   where the text goes on
  public int first(int open, char closing) {
    int i = space(open + 1);
    return at(i) == closing ? close(i) : i;
  }

  /// Passes what stands between two members of an array or object.
  ///
  /// @return where the next member starts, or -1 when there is none; {@link #after()} then tells
  ///   where the text goes on
  public int following(int memberEnd, char closing) {
    int i = space(memberEnd);
    if (at(i) == closing) {
      return close(i);
    }
    if (at(i) != ',') {
      throw error(i, "expected ',' or '" + closing + "'");
    }
    return space(i + 1);
  }

  /// Where the text goes on after the array or object that ended last.
  public int after() {
    return after;
  }

  private int close(int position) {
    after = position + 1;
    return -1;
  }

  /// Passes a key in quotes, without its colon.
  public int key(int position) {
    if (at(position) != '"') {
      throw error(position, "expected a key in quotes");
    }
    return string(position);
  }

  /// Passes the colon after a key and the space around it.
  public int colon(int position) {
    int i = space(position);
    if (at(i) != ':') {
      throw error(i, "expected ':' after a key");
    }
    return space(i + 1);
  }

  /// Passes one value of any kind, which starts exactly here.
  public int value(int position) {
    byte first = at(position);
    return first == '{' || first == '[' ? container(position) : scalar(position);
  }

  private int container(int position) {
    int i = position;
    int depth = 0;
    int member = position;
    boolean inObject = false;
    byte closing = 0;
    while (true) {
      byte first = at(i);
      if (first == '{' || first == '[') {
        if (depth == JsonSyntax.MAX_DEPTH) {
          throw error(i, "nested deeper than " + JsonSyntax.MAX_DEPTH);
        }
        inObject = first == '{';
        closing = closing(inObject);
        mark(depth++, inObject);
        i = space(i + 1);
        if (at(i) != closing) {
          member = i;
          i = inObject ? keyAndColon(i) : i;
          continue;
        }
      } else {
        i = first == '"' ? string(i) : scalar(i);
        if (first == 'n' && depth == 1 && inObject) {
          addNull(member, i);
        }
        i = space(i);
      }
      while (at(i) == closing) {
        if (--depth == 0) {
          return i + 1;
        }
        inObject = isObject(depth - 1);
        closing = closing(inObject);
        i = space(i + 1);
      }
      if (at(i) != ',') {
        throw error(i, inObject ? "expected ',' or '}'" : "expected ',' or ']'");
      }
      i = space(i + 1);
      member = i;
      i = inObject ? keyAndColon(i) : i;
    }
  }

  private void addNull(int from, int to) {
    if (nullEnd == nulls.length) {
      nulls = Arrays.copyOf(nulls, 2 * nulls.length);
    }
    nulls[nullEnd++] = from;
    nulls[nullEnd++] = to;
  }

  private int keyAndColon(int position) {
    int i = key(position);
    if (i + 1 < end && page[i] == ':' && page[i + 1] > ' ') {
      return i + 1;
    }
    return colon(i);
  }

  private static byte closing(boolean object) {
    return (byte) (object ? '}' : ']');
  }

  private void mark(int depth, boolean object) {
    long bit = 1L << depth;
    int word = depth >>> 6;
    objects[word] = object ? (objects[word] | bit) : (objects[word] & ~bit);
  }

  private boolean isObject(int depth) {
    return (objects[depth >>> 6] & (1L << depth)) != 0;
  }

  /// Passes a string, a number, true, false or null.
  int scalar(int position) {
    return switch (at(position)) {
      case '"' -> string(position);
      case 't' -> literal(position, "true");
      case 'f' -> literal(position, "false");
      case 'n' -> literal(position, "null");
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> numbers.pass(position);
      default -> throw error(position, "expected a value");
    };
  }

  /// Passes exactly this word.
  int literal(int position, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (at(position + i) != word.charAt(i)) {
        throw error(position + i, "expected " + word);
      }
    }
    return position + word.length();
  }

  /// Passes a string whose opening quote is exactly here.
  int string(int position) {
    int i = plain(position + 1);
    return at(i) == '"' ? i + 1 : restOfString(i);
  }

  /// Passes bytes that stand for themselves.
  private int plain(int position) {
    int i = position;
    while (i + 8 <= end) {
      long marks = Swar.special(Swar.load(page, i));
      if (marks != 0) {
        return i + Swar.first(marks);
      }
      i += 8;
    }
    while (i < end && PLAIN[page[i] & 0xFF]) {
      i++;
    }
    return i;
  }

  private int restOfString(int position) {
    int i = position;
    for (byte next = at(i); next != '"'; next = at(i)) {
      i = plain(inString(i, next));
    }
    return i + 1;
  }

  private int inString(int position, byte next) {
    if (next >= 0) {
      return next == '\\' ? escape(position) : controlCharacter(position);
    }
    int i = position;
    do {
      int length = Utf8.sequence(page, i, end);
      if (length == 0) {
        throw error(i, "not UTF-8");
      }
      i += length;
    } while (i < end && page[i] < 0);
    return i;
  }

  private int controlCharacter(int position) {
    throw error(position, "control character in a string");
  }

  private int escape(int position) {
    return switch (at(position + 1)) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> position + 2;
      case 'u' -> {
        for (int i = position + 2; i < position + 6; i++) {
          if (Character.digit(at(i), 16) < 0) {
            throw error(i, "expected four hexadecimal digits");
          }
        }
        yield position + 6;
      }
      default -> throw error(position + 1, "unknown escape");
    };
  }

  static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }
}
