package dev.godwit.protocol.reading;

import dev.godwit.core.json.JsonKey;
import dev.godwit.core.json.JsonKind;

/// One field of a message, and where its value lies in the message that was walked over last. For
/// one thread.
final class RecordPart {
  private final JsonKey key;
  private int start = -1;
  private int end;

  RecordPart(String name) {
    key = new JsonKey(name);
  }

  /// Whether a key in a page, quotes included, is that of this field.
  boolean isKey(byte[] page, int from, int to) {
    return key.matches(page, from, to);
  }

  void clear() {
    start = -1;
  }

  void set(int from, int to) {
    start = from;
    end = to;
  }

  /// Whether the field is there and of this kind.
  boolean is(JsonKind kind, byte[] page) {
    return start >= 0 && JsonKind.of(page[start]) == kind;
  }

  boolean isPresent() {
    return start >= 0;
  }

  /// First byte of the value.
  int start() {
    return start;
  }

  /// The byte after the value.
  int end() {
    return end;
  }
}
