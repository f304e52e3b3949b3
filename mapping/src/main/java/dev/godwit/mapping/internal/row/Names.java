package dev.godwit.mapping.internal.row;

import dev.godwit.core.json.JsonPiece;

/// Keys as text.
final class Names {
  private Names() {}

  /// @param start the opening quote, `end` the byte after the closing one
  static String text(byte[] page, int start, int end) {
    return String.valueOf(JsonPiece.read(page, start, end));
  }

  static boolean hasEscape(byte[] page, int start, int end) {
    for (int i = start; i < end; i++) {
      if (page[i] == '\\') {
        return true;
      }
    }
    return false;
  }
}
