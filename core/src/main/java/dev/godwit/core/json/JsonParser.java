package dev.godwit.core.json;

import dev.godwit.core.error.GodwitException;
import org.jspecify.annotations.Nullable;

/// Turns JSON text into plain values: null, `Boolean`, `Long`, `BigInteger`, `Double`, `String`,
/// `ArrayList` and `LinkedHashMap`. Of equal keys in an object the last one wins, in the place of
/// the first. Arrays and objects may nest 1024 levels deep. Immutable; safe for many threads.
public final class JsonParser {
  /// Strict JSON in UTF-8, as the reference's first parser takes it. Integers beyond `Long` become
  /// `BigInteger` up to 64 unsigned bits and `Double` beyond; numbers beyond the range of a double
  /// and halves of surrogate pairs are errors.
  public static final JsonParser STRICT = new JsonParser(false);

  /// As the reference's second parser, which it tries when the first one fails: takes also `NaN`,
  /// `Infinity`, `-Infinity`, numbers of any size (integers stay exact, others become infinite) and
  /// halves of surrogate pairs.
  public static final JsonParser LENIENT = new JsonParser(true);

  private final boolean lenient;

  private JsonParser(boolean lenient) {
    this.lenient = lenient;
  }

  /// Parses a whole array of UTF-8.
  ///
  /// @throws GodwitException SYSTEM `json.syntax`; the message tells offset and line
  public @Nullable Object parse(byte[] json) {
    return parse(json, 0, json.length);
  }

  /// Parses the text between two positions of a page; nothing else may stand there.
  ///
  /// @throws GodwitException SYSTEM `json.syntax`; the message tells offset and line, counted from
  ///   `start`
  public @Nullable Object parse(byte[] page, int start, int end) {
    return new JsonReader(page, start, end, lenient).document();
  }

  /// Parses text.
  ///
  /// @throws GodwitException SYSTEM `json.syntax`; the message tells offset (in UTF-8) and line
  public @Nullable Object parse(String json) {
    return parse(JsonText.encode(json, lenient));
  }
}
