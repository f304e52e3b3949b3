package dev.godwit.core.json;

import dev.godwit.core.error.GodwitException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns plain values into compact JSON in UTF-8, byte for byte as the reference's writer does it:
/// text is not escaped beyond what JSON demands, NaN and infinities become null, floats have its
/// shortest form. Where that writer gives up, this one goes on: integers beyond 64 bits are written
/// as digits, halves of surrogate pairs as escapes. Stateless.
public final class JsonWriter {
  private JsonWriter() {}

  /// A value as bytes of its own.
  public static byte[] bytes(@Nullable Object value) {
    JsonBuffer buffer = new JsonBuffer();
    write(value, buffer);
    return buffer.toBytes();
  }

  /// A value as text.
  public static String text(@Nullable Object value) {
    JsonBuffer buffer = new JsonBuffer();
    write(value, buffer);
    return buffer.toString();
  }

  /// Appends a value: null, `Boolean`, `Long`, `Integer`, `BigInteger`, `Double`, `String`, a
  /// `List` of values or a `Map` from `String` to values.
  ///
  /// @throws GodwitException SYSTEM `json.depth` when it nests deeper than 1024 levels
  /// @throws IllegalArgumentException when it holds anything else
  public static void write(@Nullable Object value, JsonBuffer target) {
    write(value, target, 0);
  }

  private static void write(@Nullable Object value, JsonBuffer target, int depth) {
    switch (value) {
      case null -> target.addAscii("null");
      case String text -> JsonStringWriter.write(text, target);
      case Long number -> integer(number, target);
      case Integer number -> integer(number, target);
      case Double number -> FloatText.write(number, target);
      case Boolean bool -> target.addAscii(bool ? "true" : "false");
      case Map<?, ?> object -> object(object, target, depth);
      case List<?> array -> array(array, target, depth);
      case BigInteger number -> target.addAscii(number.toString());
      default -> throw notJson(value);
    }
  }

  private static void object(Map<?, ?> object, JsonBuffer target, int depth) {
    requireDepth(depth);
    int separator = '{';
    for (Map.Entry<?, ?> entry : object.entrySet()) {
      target.add((byte) separator);
      if (!(entry.getKey() instanceof String key)) {
        throw notJson(entry.getKey());
      }
      JsonStringWriter.write(key, target);
      target.add((byte) ':');
      write(entry.getValue(), target, depth + 1);
      separator = ',';
    }
    if (separator == '{') {
      target.add((byte) '{');
    }
    target.add((byte) '}');
  }

  private static void array(List<?> array, JsonBuffer target, int depth) {
    requireDepth(depth);
    int separator = '[';
    for (Object element : array) {
      target.add((byte) separator);
      write(element, target, depth + 1);
      separator = ',';
    }
    if (separator == '[') {
      target.add((byte) '[');
    }
    target.add((byte) ']');
  }

  /// Appends an integer's digits.
  static void integer(long value, JsonBuffer target) {
    if (value == Long.MIN_VALUE) {
      target.addAscii("-9223372036854775808");
      return;
    }
    target.reserve(20);
    if (value < 0) {
      target.put('-');
    }
    long rest = Math.abs(value);
    long power = 1;
    while (rest / power >= 10) {
      power *= 10;
    }
    for (; power > 0; power /= 10) {
      target.put((int) ('0' + rest / power % 10));
    }
  }

  private static void requireDepth(int depth) {
    if (depth == JsonSyntax.MAX_DEPTH) {
      throw GodwitException.system(
          "json.depth", "a value is nested deeper than " + JsonSyntax.MAX_DEPTH + " levels");
    }
  }

  private static IllegalArgumentException notJson(@Nullable Object value) {
    return new IllegalArgumentException(
        "not a JSON value: " + (value == null ? "null as a key" : value.getClass().getName()));
  }
}
