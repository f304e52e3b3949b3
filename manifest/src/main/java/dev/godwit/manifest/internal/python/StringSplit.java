package dev.godwit.manifest.internal.python;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Taking strings apart and joining them.
public final class StringSplit {
  private StringSplit() {}

  static List<@Nullable Object> split(String text, Bound arguments) {
    int limit = arguments.integer(1, -1);
    String separator = separator(arguments);
    return separator == null ? words(text, limit) : parts(text, separator, limit);
  }

  static List<@Nullable Object> rsplit(String text, Bound arguments) {
    int limit = arguments.integer(1, -1);
    String separator = separator(arguments);
    return separator == null ? lastWords(text, limit) : lastParts(text, separator, limit);
  }

  private static @Nullable String separator(Bound arguments) {
    Object value = arguments.at(0);
    if (value == null) {
      return null;
    }
    String separator = arguments.text(0);
    checkSeparator(separator);
    return separator;
  }

  private static void checkSeparator(String separator) {
    if (separator.isEmpty()) {
      throw PythonException.value("empty separator");
    }
  }

  private static List<@Nullable Object> parts(String text, String separator, int limit) {
    List<@Nullable Object> parts = new ArrayList<>();
    int start = 0;
    int at = text.indexOf(separator);
    while (at >= 0 && (limit < 0 || parts.size() < limit)) {
      parts.add(text.substring(start, at));
      start = at + separator.length();
      at = text.indexOf(separator, start);
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static List<@Nullable Object> lastParts(String text, String separator, int limit) {
    List<@Nullable Object> parts = new ArrayList<>();
    int end = text.length();
    int at = text.lastIndexOf(separator);
    while (at >= 0 && (limit < 0 || parts.size() < limit)) {
      parts.add(text.substring(at + separator.length(), end));
      end = at;
      at = text.lastIndexOf(separator, end - separator.length());
    }
    parts.add(text.substring(0, end));
    Collections.reverse(parts);
    return parts;
  }

  private static List<@Nullable Object> words(String text, int limit) {
    List<@Nullable Object> words = new ArrayList<>();
    String rest = Text.lstrip(text);
    while (!rest.isEmpty() && (limit < 0 || words.size() < limit)) {
      int end = 0;
      while (end < rest.length() && !Text.isSpace(rest.charAt(end))) {
        end++;
      }
      words.add(rest.substring(0, end));
      rest = Text.lstrip(rest.substring(end));
    }
    if (!rest.isEmpty()) {
      words.add(Text.rstrip(rest));
    }
    return words;
  }

  private static List<@Nullable Object> lastWords(String text, int limit) {
    List<@Nullable Object> words = new ArrayList<>();
    String rest = Text.rstrip(text);
    while (!rest.isEmpty() && (limit < 0 || words.size() < limit)) {
      int start = rest.length();
      while (start > 0 && !Text.isSpace(rest.charAt(start - 1))) {
        start--;
      }
      words.add(rest.substring(start));
      rest = Text.rstrip(rest.substring(0, start));
    }
    if (!rest.isEmpty()) {
      words.add(Text.lstrip(rest));
    }
    Collections.reverse(words);
    return words;
  }

  /// `str.splitlines(keepends)`
  public static List<@Nullable Object> lines(String text, boolean keepEnds) {
    List<@Nullable Object> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isLineBreak(text.charAt(i))) {
        boolean pair = text.startsWith("\r\n", i);
        int next = i + (pair ? 2 : 1);
        lines.add(text.substring(start, keepEnds ? next : i));
        start = next;
        i = next - 1;
      }
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }

  private static boolean isLineBreak(char c) {
    return (c >= 0x0a && c <= 0x0d)
        || (c >= 0x1c && c <= 0x1e)
        || c == 0x85
        || c == 0x2028
        || c == 0x2029;
  }

  static Tuple partition(String text, String separator) {
    checkSeparator(separator);
    int at = text.indexOf(separator);
    return at < 0
        ? Tuple.of(text, "", "")
        : Tuple.of(text.substring(0, at), separator, text.substring(at + separator.length()));
  }

  static Tuple rpartition(String text, String separator) {
    checkSeparator(separator);
    int at = text.lastIndexOf(separator);
    return at < 0
        ? Tuple.of("", "", text)
        : Tuple.of(text.substring(0, at), separator, text.substring(at + separator.length()));
  }

  /// `separator.join(items)`
  ///
  /// @throws PythonException TYPE when an item is no str
  static String join(String separator, @Nullable Object items) {
    if (!Iteration.isIterable(items)) {
      throw PythonException.type("can only join an iterable");
    }
    Iterator<? extends @Nullable Object> iterator = Iteration.over(items);
    StringBuilder out = new StringBuilder();
    for (int i = 0; iterator.hasNext(); i++) {
      Object item = iterator.next();
      if (!(Markup.plain(item) instanceof String text)) {
        throw PythonException.type(
            "sequence item " + i + ": expected str instance, " + Types.name(item) + " found");
      }
      if (i > 0) {
        out.append(separator);
      }
      out.append(text);
      Arithmetic.checkLength(out.length());
    }
    return out.toString();
  }
}
