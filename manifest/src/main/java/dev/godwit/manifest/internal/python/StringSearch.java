package dev.godwit.manifest.internal.python;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finding and replacing within strings; positions count code points.
public final class StringSearch {
  private record Window(String text, int start, boolean empty) {}

  private StringSearch() {}

  static Object find(String text, Bound arguments, boolean last) {
    String wanted = arguments.text(0);
    Window window = window(text, arguments);
    if (window.empty) {
      return -1L;
    }
    int at = last ? window.text.lastIndexOf(wanted) : window.text.indexOf(wanted);
    return at < 0 ? -1L : (long) window.start + Text.codePointIndex(window.text, at);
  }

  static Object index(String text, Bound arguments, boolean last) {
    Object at = find(text, arguments, last);
    if (at.equals(-1L)) {
      throw PythonException.value("substring not found");
    }
    return at;
  }

  static Object count(String text, Bound arguments) {
    String wanted = arguments.text(0);
    Window window = window(text, arguments);
    if (window.empty) {
      return 0L;
    }
    if (wanted.isEmpty()) {
      return Text.length(window.text) + 1L;
    }
    long count = 0;
    for (int at = window.text.indexOf(wanted);
        at >= 0;
        at = window.text.indexOf(wanted, at + wanted.length())) {
      count++;
    }
    return count;
  }

  static Object startsWith(String text, Bound arguments) {
    Window window = window(text, arguments);
    return any(arguments, "startswith", part -> !window.empty && window.text.startsWith(part));
  }

  static Object endsWith(String text, Bound arguments) {
    Window window = window(text, arguments);
    return any(arguments, "endswith", part -> !window.empty && window.text.endsWith(part));
  }

  private static boolean any(Bound arguments, String name, Predicate<String> test) {
    Object wanted = arguments.at(0);
    if (wanted instanceof String part) {
      return test.test(part);
    }
    if (!(wanted instanceof Tuple parts)) {
      throw PythonException.type(
          name + " first arg must be str or a tuple of str, not " + Types.name(wanted));
    }
    for (Object part : parts.items()) {
      if (!(part instanceof String one)) {
        throw PythonException.type("tuple for " + name + " must only contain str");
      }
      if (test.test(one)) {
        return true;
      }
    }
    return false;
  }

  private static Window window(String text, Bound arguments) {
    if (arguments.at(1) == null && arguments.at(2) == null) {
      return new Window(text, 0, false);
    }
    int length = Text.length(text);
    int start = position(arguments.at(1), 0, length);
    int end = Math.min(position(arguments.at(2), length, length), length);
    return start > end
        ? new Window("", start, true)
        : new Window(Text.slice(text, start, end), start, false);
  }

  private static int position(@Nullable Object value, int absent, int length) {
    if (value == null) {
      return absent;
    }
    int index = Numbers.index(value);
    return index < 0 ? Math.max(0, index + length) : index;
  }

  static String replace(String text, Bound arguments) {
    return replace(text, arguments.text(0), arguments.text(1), arguments.integer(2, -1));
  }

  /// `text.replace(old, replacement, limit)`; a negative limit replaces all.
  public static String replace(String text, String old, String replacement, int limit) {
    if (old.isEmpty()) {
      return interleave(text, replacement, limit);
    }
    StringBuilder out = new StringBuilder(text.length());
    int start = 0;
    int done = 0;
    int at = text.indexOf(old);
    while (at >= 0 && (limit < 0 || done < limit)) {
      out.append(text, start, at).append(replacement);
      Arithmetic.checkLength(out.length());
      start = at + old.length();
      done++;
      at = text.indexOf(old, start);
    }
    return start == 0 && done == 0 ? text : out.append(text, start, text.length()).toString();
  }

  private static String interleave(String text, String replacement, int limit) {
    int[] codePoints = text.codePoints().toArray();
    Arithmetic.checkLength((codePoints.length + 1L) * replacement.length());
    StringBuilder out = new StringBuilder();
    int left = limit < 0 ? Integer.MAX_VALUE : limit;
    for (int i = 0; i <= codePoints.length; i++) {
      if (left-- > 0) {
        out.append(replacement);
      }
      if (i < codePoints.length) {
        out.appendCodePoint(codePoints[i]);
      }
    }
    return out.toString();
  }
}
