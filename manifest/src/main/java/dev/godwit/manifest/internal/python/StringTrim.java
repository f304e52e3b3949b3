package dev.godwit.manifest.internal.python;

import org.jspecify.annotations.Nullable;

/// Cutting characters, prefixes and suffixes off strings.
public final class StringTrim {
  private StringTrim() {}

  /// `str.strip(chars)`, and of one side only.
  ///
  /// @param chars the characters to cut; null for whitespace
  public static String strip(String text, @Nullable Object chars, boolean left, boolean right) {
    if (chars != null && !(chars instanceof String)) {
      throw PythonException.type("strip arg must be None or str");
    }
    String set = (String) chars;
    int start = 0;
    int end = text.length();
    while (left && start < end && cut(text.codePointAt(start), set)) {
      start += Character.charCount(text.codePointAt(start));
    }
    while (right && end > start && cut(text.codePointBefore(end), set)) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }

  private static boolean cut(int c, @Nullable String set) {
    return set == null ? Text.isSpace(c) : set.indexOf(c) >= 0;
  }

  static String removePrefix(String text, Bound arguments) {
    String prefix = arguments.text(0);
    return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }

  static String removeSuffix(String text, Bound arguments) {
    String suffix = arguments.text(0);
    boolean ends = !suffix.isEmpty() && text.endsWith(suffix);
    return ends ? text.substring(0, text.length() - suffix.length()) : text;
  }
}
