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
      CanonicalJson.write(page, from, to, field, written);
      set(written.bytes(), 0, written.length());
    }
  }

  private void text(byte[] page, int from, int to) {
    for (int i = from; i < to; i++) {
      if (page[i] == '\\') {
        String decoded = String.valueOf(JsonPiece.read(page, from, to));
        byte[] utf8 = decoded.getBytes(StandardCharsets.UTF_8);
        set(utf8, 0, utf8.length);
        return;
      }
    }
    set(page, from + 1, to - 1);
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
