package dev.godwit.mapping.internal.row;

import dev.godwit.core.json.JsonKey;
import dev.godwit.core.json.JsonWriter;
import java.util.Arrays;

/// The name of a field that a rule looks for or gives. Immutable.
public final class FieldName {
  private final String text;
  private final JsonKey key;
  private final byte[] json;
  private final int hash;

  public FieldName(String text) {
    this.text = text;
    this.key = new JsonKey(text);
    this.json = JsonWriter.bytes(text);
    this.hash = NameTable.hash(json, 0, json.length);
  }

  public String text() {
    return text;
  }

  /// What {@link NameTable} finds it by.
  int hash() {
    return hash;
  }

  /// The name as JSON writes it, with its quotes. Not to be changed.
  byte[] json() {
    return json;
  }

  /// Whether a key, with its quotes, is written as JSON writes this name.
  boolean isExactly(byte[] page, int start, int end) {
    return end - start == json.length && Arrays.equals(page, start, end, json, 0, json.length);
  }

  /// Whether a key, with its quotes, means this name, whatever its escapes.
  boolean isMeantBy(byte[] page, int start, int end) {
    return key.matches(page, start, end);
  }
}
