package dev.godwit.mapping.internal.mask;

import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonPiece;
import dev.godwit.mapping.internal.row.RowFailure;
import dev.godwit.mapping.rule.FieldPath;
import java.nio.charset.StandardCharsets;

/// The bytes of a value that are hashed: a text's own UTF-8, a number's canonical digits, `true` or
/// `false`, an object's or array's canonical JSON. Meant to be reused; for one thread.
final class HashedText {
  private final JsonBuffer written = new JsonBuffer();
  private final CanonicalJson canonical = new CanonicalJson(written);
  private byte[] bytes = {};
  private int start;
  private int end;

  void read(byte[] page, int from, int to, FieldPath field) throws RowFailure {
    byte first = page[from];
    if (first == '"') {
      text(page, from, to);
    } else if (first == 't'
        || first == 'f'
        || (first != '{' && first != '[' && CanonicalNumber.isPlain(page, from, to))) {
      set(page, from, to);
    } else {
      written.clear();
      canonical.write(page, from, field);
      set(written.bytes(), 0, written.length());
    }
  }

  private void text(byte[] page, int from, int to) {
    for (int i = from; i < to; i++) {
      if (page[i] == '\\') {
        decoded(page, from + 1, i, to - 1);
        return;
      }
    }
    set(page, from + 1, to - 1);
  }

  /// Resolves escapes of one character; those of code units are left to the parser.
  private void decoded(byte[] page, int from, int firstEscape, int to) {
    written.clear();
    int run = from;
    for (int i = firstEscape; i < to; i++) {
      if (page[i] == '\\') {
        byte letter = page[i + 1];
        if (letter == 'u') {
          byte[] utf8 =
              String.valueOf(JsonPiece.read(page, from - 1, to + 1))
                  .getBytes(StandardCharsets.UTF_8);
          set(utf8, 0, utf8.length);
          return;
        }
        written.add(page, run, i);
        written.add(unescaped(letter));
        i++;
        run = i + 1;
      }
    }
    written.add(page, run, to);
    set(written.bytes(), 0, written.length());
  }

  private static byte unescaped(byte letter) {
    return switch (letter) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> letter;
    };
  }

  private void set(byte[] source, int from, int to) {
    bytes = source;
    start = from;
    end = to;
  }

  byte[] bytes() {
    return bytes;
  }

  int start() {
    return start;
  }

  int length() {
    return end - start;
  }
}
