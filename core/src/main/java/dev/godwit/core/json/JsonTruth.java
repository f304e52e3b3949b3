package dev.godwit.core.json;

/// Tells well-formed values that count as nothing in the reference's language from all others.
final class JsonTruth {
  private JsonTruth() {}

  static boolean isTruthy(byte[] page, int start, int end) {
    return switch (JsonKind.of(page[start])) {
      case OBJECT, ARRAY -> !isEmpty(page, start + 1, end - 1);
      case STRING -> end - start > 2;
      case BOOLEAN -> page[start] == 't';
      case NULL -> false;
      case NUMBER -> !isZero(page, start, end);
    };
  }

  private static boolean isEmpty(byte[] page, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!JsonWalker.isSpace(page[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isZero(byte[] page, int start, int end) {
    for (int i = start; i < end && (page[i] | 0x20) != 'e'; i++) {
      if (page[i] >= '1' && page[i] <= '9') {
        return false;
      }
    }
    return true;
  }
}
