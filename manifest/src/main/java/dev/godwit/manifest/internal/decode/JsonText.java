package dev.godwit.manifest.internal.decode;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonParser;
import java.io.IOException;
import java.io.InputStream;

/// A JSON text that is read from front to back. For one thread.
final class JsonText implements AutoCloseable {
  private static final int END = -1;
  private static final JsonBuffer NOWHERE = new JsonBuffer(0);

  private final InputStream bytes;
  private final byte[] page = new byte[64 * 1024];
  private int position;
  private int filled;

  JsonText(InputStream bytes) {
    this.bytes = bytes;
  }

  static GodwitException malformed() {
    return Undecodable.because("it is no JSON, or ends too early");
  }

  /// The next byte after white space, which stays; negative at the end.
  int peek() throws IOException {
    int c = read();
    while (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
      c = read();
    }
    unread(c);
    return c;
  }

  int read() throws IOException {
    if (position == filled) {
      filled = Math.max(0, bytes.read(page, 0, page.length));
      position = 0;
      if (filled == 0) {
        return END;
      }
    }
    return page[position++] & 0xFF;
  }

  private void unread(int c) {
    if (c != END) {
      position--;
    }
  }

  /// Passes a closing bracket if it stands here, else the comma before the next member.
  ///
  /// @param first whether no member came yet
  boolean closes(char bracket, boolean first) throws IOException {
    int c = peek();
    if (c == bracket) {
      read();
      return true;
    }
    if (!first) {
      expect(',');
    }
    return false;
  }

  private void expect(char wanted) throws IOException {
    if (peek() != wanted) {
      throw malformed();
    }
    read();
  }

  /// Passes a key and its colon.
  String key() throws IOException {
    if (peek() != '"') {
      throw malformed();
    }
    JsonBuffer key = new JsonBuffer(32);
    copy(key);
    expect(':');
    try {
      return String.valueOf(JsonParser.STRICT.parse(key.bytes(), 0, key.length()));
    } catch (GodwitException e) {
      throw malformed();
    }
  }

  /// Passes one value.
  void skip() throws IOException {
    value(NOWHERE, false);
  }

  /// Appends one value to `target`.
  void copy(JsonBuffer target) throws IOException {
    value(target, true);
  }

  /// Passes one value, whose end its brackets and quotes tell.
  ///
  /// @param keeps whether to append it to `target`
  private void value(JsonBuffer target, boolean keeps) throws IOException {
    int depth = 0;
    int c = peek();
    if (c == END || c == ',' || c == ':' || c == '}' || c == ']') {
      throw malformed();
    }
    do {
      c = read();
      if (c == END) {
        throw malformed();
      }
      if (keeps) {
        add(c, target);
      }
      switch (c) {
        case '{', '[' -> depth++;
        case '}', ']' -> depth--;
        case '"' -> string(target, keeps);
        default -> {
          if (depth == 0) {
            scalar(target, keeps);
          }
        }
      }
    } while (depth > 0);
  }

  private static void add(int c, JsonBuffer target) {
    if (target.length() > Undecodable.LONGEST) {
      throw Undecodable.tooLong();
    }
    target.add((byte) c);
  }

  private void string(JsonBuffer target, boolean keeps) throws IOException {
    boolean escaped = false;
    while (true) {
      int c = read();
      if (c == END) {
        throw malformed();
      }
      if (keeps) {
        add(c, target);
      }
      if (c == '"' && !escaped) {
        return;
      }
      escaped = c == '\\' && !escaped;
    }
  }

  private void scalar(JsonBuffer target, boolean keeps) throws IOException {
    int c = read();
    while (c != END && ",:}] \n\r\t".indexOf(c) < 0) {
      if (keeps) {
        add(c, target);
      }
      c = read();
    }
    unread(c);
  }

  /// Makes sure that nothing but white space is left.
  void end() throws IOException {
    if (peek() != END) {
      throw malformed();
    }
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
