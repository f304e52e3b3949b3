package dev.godwit.protocol.reading;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks at bytes of lines that may be anything.
final class RawLine {
  /// Bytes of the mark that a text in UTF-8 may begin with.
  static final int MARK_LENGTH = 3;

  /// What is looked at of a message that cannot be read; its type and stream come first.
  private static final int HEAD = 512;

  private static final Pattern TYPE =
      Pattern.compile(
          "^\\{\\s*\"(?:type\"\\s*:\\s*\"(RECORD|STATE|CONTROL)\"|(record|state|control)\"\\s*:)");
  private static final Pattern STREAM =
      Pattern.compile(
          "\"record\"\\s*:\\s*\\{\\s*(?:\"namespace\"\\s*:\\s*\"[^\"\\\\]*\"\\s*,\\s*)?"
              + "\"stream\"\\s*:\\s*\"([^\"\\\\]{1,100})\"");

  private RawLine() {}

  /// Where a text begins: behind its byte-order mark, if it has one.
  static int afterMark(byte[] page) {
    boolean marked = page[0] == (byte) 0xEF && page[1] == (byte) 0xBB && page[2] == (byte) 0xBF;
    return marked ? MARK_LENGTH : 0;
  }

  /// Passes white space other than line breaks.
  static int afterBlanks(byte[] page, int start, int end) {
    int i = start;
    while (i < end && (page[i] == ' ' || page[i] == '\t' || page[i] == '\r')) {
      i++;
    }
    return i;
  }

  /// The position of the line's break, or of the end.
  static int end(byte[] page, int start, int end) {
    int i = start;
    while (i < end && page[i] != '\n') {
      i++;
    }
    return i;
  }

  /// Whether a line begins as an object of JSON does.
  static boolean isJson(byte[] page, int start, int end) {
    int brace = afterBlanks(page, start, end);
    if (brace == end || page[brace] != '{') {
      return false;
    }
    int key = afterBlanks(page, brace + 1, end);
    return key < end && page[key] == '"';
  }

  /// A line as text, without white space around it. What is no UTF-8 and what no text may hold is
  /// replaced.
  ///
  /// @param most bytes that are kept
  static String text(byte[] page, int start, int end, int most) {
    int cut = Math.min(end, start + most);
    while (cut < end && cut > start && (page[cut] & 0xC0) == 0x80) {
      cut--;
    }
    String text = new String(page, start, cut - start, StandardCharsets.UTF_8);
    String clean = text.replace('\0', '\uFFFD').strip();
    return cut < end && !clean.isEmpty() ? clean + "…" : clean;
  }

  /// The type of a message that is no JSON, when it must not be taken for a line of the log.
  static @Nullable String typeOfTorn(byte[] page, int start, int end) {
    Matcher matcher = TYPE.matcher(head(page, start, end));
    if (!matcher.find()) {
      return null;
    }
    String named = matcher.group(1);
    return named != null ? named : String.valueOf(matcher.group(2)).toUpperCase(Locale.ROOT);
  }

  /// The stream of a RECORD that cannot be read; null when the message does not begin with it.
  static @Nullable String streamOfTorn(byte[] page, int start, int end) {
    Matcher matcher = STREAM.matcher(head(page, start, end));
    return matcher.find() ? matcher.group(1) : null;
  }

  private static String head(byte[] page, int start, int end) {
    return new String(page, start, Math.min(end - start, HEAD), StandardCharsets.UTF_8);
  }
}
