package dev.godwit.core.json;

import dev.godwit.core.error.GodwitException;

/// Errors of JSON text. They name the place, never the text itself: it may hold secrets.
final class JsonSyntax {
  /// How deep arrays and objects may nest, the same bound as the reference's parser.
  static final int MAX_DEPTH = 1024;

  private JsonSyntax() {}

  /// @param start where the text begins in `page`
  /// @param at where the error is in `page`
  static GodwitException error(byte[] page, int start, int at, String problem) {
    int line = 1;
    int lineStart = start;
    for (int i = start; i < at && i < page.length; i++) {
      if (page[i] == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return GodwitException.system(
        "json.syntax",
        "malformed JSON at byte %d (line %d, column %d): %s"
            .formatted(at - start, line, at - lineStart + 1, problem));
  }
}
