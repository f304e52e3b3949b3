package dev.godwit.core.json;

import java.nio.charset.StandardCharsets;

/// Turns JSON strings into Java's. For one thread.
final class JsonStringReader {
  private final byte[] page;
  private final int end;
  private final boolean lenient;
  private final JsonWalker walker;
  private int next;

  JsonStringReader(byte[] page, int end, boolean lenient, JsonWalker walker) {
    this.page = page;
    this.end = end;
    this.lenient = lenient;
    this.walker = walker;
  }

  /// The position after the string read last.
  int next() {
    return next;
  }

  /// Reads the string whose opening quote is here.
  String read(int quote) {
    int close = plainEnd(quote + 1);
    if (walker.at(close) == '"') {
      next = close + 1;
      return new String(page, quote + 1, close - quote - 1, StandardCharsets.ISO_8859_1);
    }
    return readAny(quote);
  }

  /// As {@link #read}, without making a new `String` for a short key that has been seen before.
  String readKey(int quote) {
    int close = plainEnd(quote + 1);
    if (walker.at(close) == '"') {
      next = close + 1;
      return KeyCache.text(page, quote + 1, close - quote - 1);
    }
    return readAny(quote);
  }

  /// The first byte that is not plain ASCII text.
  private int plainEnd(int position) {
    int i = position;
    while (i + 8 <= end) {
      long marks = Swar.special(Swar.load(page, i));
      if (marks != 0) {
        return i + Swar.first(marks);
      }
      i += 8;
    }
    while (i < end && page[i] >= ' ' && page[i] != '"' && page[i] != '\\') {
      i++;
    }
    return i;
  }

  private String readAny(int quote) {
    next = walker.string(quote);
    boolean plain = true;
    for (int i = quote + 1; i < next - 1 && plain; i++) {
      plain = page[i] != '\\';
    }
    if (plain) {
      return new String(page, quote + 1, next - quote - 2, StandardCharsets.UTF_8);
    }
    String text = JsonText.decode(page, quote + 1, next - 1);
    if (!lenient && JsonText.hasLoneSurrogate(text)) {
      throw walker.error(quote, "a string with half of a surrogate pair");
    }
    return text;
  }
}
