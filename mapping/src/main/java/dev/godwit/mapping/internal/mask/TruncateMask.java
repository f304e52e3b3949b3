package dev.godwit.mapping.internal.mask;

import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonPiece;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.mapping.internal.row.RowFailure;
import dev.godwit.mapping.rule.FieldPath;

/// Texts cut off after a number of characters; never in the middle of one beyond 16 bits.
public final class TruncateMask implements Mask {
  private final int length;

  public TruncateMask(int length) {
    this.length = length;
  }

  @Override
  public void write(byte[] page, int start, int end, FieldPath field, JsonBuffer target)
      throws RowFailure {
    if (page[start] != '"') {
      throw RowFailure.unexpected(field, "a text");
    }
    if (end - start - 2 <= length) {
      target.add(page, start, end);
      return;
    }
    String text = String.valueOf(JsonPiece.read(page, start, end));
    boolean fits = text.codePointCount(0, text.length()) <= length;
    JsonWriter.write(fits ? text : text.substring(0, text.offsetByCodePoints(0, length)), target);
  }
}
