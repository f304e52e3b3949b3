package dev.godwit.core.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// An object key to look for. Immutable; safe for many threads.
public final class JsonKey {
  private final byte[] bytes;
  private final String text;

  public JsonKey(String text) {
    this.text = text;
    this.bytes = text.getBytes(StandardCharsets.UTF_8);
  }

  /// Whether a well-formed string in a page, quotes included, means this key, whatever its escapes.
  public boolean matches(byte[] page, int start, int end) {
    int length = end - start - 2;
    if (length == bytes.length && Arrays.equals(page, start + 1, end - 1, bytes, 0, length)) {
      return true;
    }
    return length > bytes.length
        && hasEscape(page, start, end)
        && text.equals(JsonText.decode(page, start + 1, end - 1));
  }

  private static boolean hasEscape(byte[] page, int start, int end) {
    for (int i = start; i < end; i++) {
      if (page[i] == '\\') {
        return true;
      }
    }
    return false;
  }
}
