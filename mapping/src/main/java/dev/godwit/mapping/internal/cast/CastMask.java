package dev.godwit.mapping.internal.cast;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonPiece;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.mapping.internal.mask.Mask;
import dev.godwit.mapping.internal.row.RowFailure;
import dev.godwit.mapping.rule.CastType;
import dev.godwit.mapping.rule.FieldPath;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Casts values. One that the other type does not have is a failure, never null.
public final class CastMask implements Mask {
  private final CastType type;

  public CastMask(CastType type) {
    this.type = type;
  }

  @Override
  public void write(byte[] page, int start, int end, FieldPath field, JsonBuffer target)
      throws RowFailure {
    switch (type) {
      case STRING -> string(page, start, end, target);
      case JSON -> json(page, start, end, field, target);
      case BOOLEAN ->
          target.addAscii(String.valueOf(truth(scalar(page, start, end, field), field)));
      case INTEGER, NUMBER, DECIMAL ->
          target.addAscii(Numbers.cast(scalar(page, start, end, field), type, field));
      case DATE, TIMESTAMP -> time(page, start, end, field, target);
    }
  }

  /// What a value cannot be cast to.
  static RowFailure failure(FieldPath field, CastType type) {
    return RowFailure.of(
        "mapping.not-castable",
        field + " holds a value that is no " + type.name().toLowerCase(Locale.ROOT),
        field);
  }

  private static void string(byte[] page, int start, int end, JsonBuffer target) {
    if (page[start] == '"') {
      target.add(page, start, end);
    } else {
      JsonWriter.write(new String(page, start, end - start, StandardCharsets.UTF_8), target);
    }
  }

  private void time(byte[] page, int start, int end, FieldPath field, JsonBuffer target)
      throws RowFailure {
    if (page[start] != '"') {
      throw failure(field, type);
    }
    JsonWriter.write(Times.cast(scalar(page, start, end, field), type, field), target);
  }

  private void json(byte[] page, int start, int end, FieldPath field, JsonBuffer target)
      throws RowFailure {
    if (page[start] != '"') {
      target.add(page, start, end);
      return;
    }
    byte[] inside = scalar(page, start, end, field).getBytes(StandardCharsets.UTF_8);
    try {
      JsonWriter.write(JsonParser.STRICT.parse(inside), target);
    } catch (GodwitException e) {
      throw failure(field, type);
    }
  }

  private boolean truth(String text, FieldPath field) throws RowFailure {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw failure(field, type);
    };
  }

  /// A text's characters, or the digits or letters of another scalar.
  private String scalar(byte[] page, int start, int end, FieldPath field) throws RowFailure {
    return switch (page[start]) {
      case '"' -> String.valueOf(JsonPiece.read(page, start, end));
      case '{', '[' -> throw failure(field, type);
      default -> new String(page, start, end - start, StandardCharsets.ISO_8859_1);
    };
  }
}
