package dev.godwit.core.json;

import dev.godwit.core.error.GodwitException;
import java.nio.charset.StandardCharsets;

/// Walks over numbers and checks their grammar. For one thread.
final class JsonNumberWalker {
  /// Shorter numbers without a long exponent cannot leave the range of a double.
  private static final int SURELY_FINITE_LENGTH = 300;

  private byte[] page;
  private int start;
  private int end;
  private int exponentLength;

  JsonNumberWalker(byte[] page, int start, int end) {
    this.page = page;
    this.start = start;
    this.end = end;
  }

  /// Goes on with another text.
  void reset(byte[] otherPage, int otherStart, int otherEnd) {
    page = otherPage;
    start = otherStart;
    end = otherEnd;
  }

  /// Passes the number that starts here with a sign or a digit, and makes sure that it is in the
  /// range of a double.
  int pass(int position) {
    int i = passAny(position);
    if ((exponentLength > 2 || i - position > SURELY_FINITE_LENGTH)
        && Double.isInfinite(toDouble(position, i))) {
      throw error(position, "number beyond the range of a double");
    }
    return i;
  }

  /// As {@link #pass}, for numbers of any size.
  int passAny(int position) {
    int first = at(position) == '-' ? position + 1 : position;
    int i = digits(first);
    if (at(first) == '0' && i > first + 1) {
      throw error(first, "leading zero");
    }
    if (at(i) == '.') {
      i = digits(i + 1);
    }
    exponentLength = 0;
    if ((at(i) | 0x20) == 'e') {
      byte sign = at(i + 1);
      int exponent = sign == '+' || sign == '-' ? i + 2 : i + 1;
      i = digits(exponent);
      exponentLength = i - exponent;
    }
    return i;
  }

  /// The nearest double of a well-formed number.
  double toDouble(int position, int numberEnd) {
    return Double.parseDouble(
        new String(page, position, numberEnd - position, StandardCharsets.ISO_8859_1));
  }

  private int digits(int position) {
    int i = position;
    while (i < end && page[i] >= '0' && page[i] <= '9') {
      i++;
    }
    if (i == position) {
      throw error(i, "expected a digit");
    }
    return i;
  }

  private byte at(int position) {
    return position < end ? page[position] : 0;
  }

  private GodwitException error(int at, String problem) {
    return JsonSyntax.error(page, start, at, at >= end ? "it ends too early" : problem);
  }
}
