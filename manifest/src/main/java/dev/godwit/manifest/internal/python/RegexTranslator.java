package dev.godwit.manifest.internal.python;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes a Python regular expression as Java understands it: named groups, `\Z`, literal braces,
/// sets without nesting.
final class RegexTranslator {
  private final String source;
  private final StringBuilder out = new StringBuilder();
  private final Map<String, Integer> names = new HashMap<>();
  private int at;
  private int groups;
  private boolean ignoreCase;

  RegexTranslator(String source) {
    this.source = source;
  }

  String translate() {
    while (at < source.length()) {
      char c = source.charAt(at);
      switch (c) {
        case '\\' -> escape(false);
        case '[' -> set();
        case '(' -> group();
        case '{' -> brace();
        default -> {
          out.append(c);
          at++;
        }
      }
    }
    return ignoreCase ? "(?u)" + out : out.toString();
  }

  /// The number of the group called `name`, null where there is none.
  @Nullable Integer group(String name) {
    return names.get(name);
  }

  int groups() {
    return groups;
  }

  private void escape(boolean inSet) {
    if (at + 1 == source.length()) {
      throw PythonException.value("bad escape (end of pattern)");
    }
    char c = source.charAt(at + 1);
    if (c == 'Z' && !inSet) {
      out.append("\\z");
    } else if (c == '_' || c > 127 || c == '\'' || c == '"' || c == ' ' || c == '#') {
      out.append(c);
    } else if (Character.isLetter(c) && "AbBdDsSwWntrfvaxuUN0".indexOf(c) < 0) {
      throw PythonException.value("bad escape \\" + c);
    } else if (c == 'v') {
      out.append("\\x0B");
    } else if (c == 'b' && inSet) {
      out.append("\\x08");
    } else if (c == '0') {
      out.append("\\00");
    } else if (c == 'U' && at + 10 <= source.length()) {
      out.append("\\x{").append(source, at + 2, at + 10).append('}');
      at += 8;
    } else {
      out.append('\\').append(c);
    }
    at += 2;
  }

  private void set() {
    out.append('[');
    at++;
    if (peek('^')) {
      out.append('^');
      at++;
    }
    boolean first = true;
    while (at < source.length() && (first || source.charAt(at) != ']')) {
      char c = source.charAt(at);
      if (c == '\\') {
        escape(true);
      } else {
        boolean special = c == '[' || c == '&' || c == '^' || (first && c == ']');
        out.append(special ? "\\" : "").append(c);
        at++;
      }
      first = false;
    }
    if (at == source.length()) {
      throw PythonException.value("unterminated character set");
    }
    out.append(']');
    at++;
  }

  private boolean peek(char c) {
    return at < source.length() && source.charAt(at) == c;
  }

  private void group() {
    if (source.startsWith("(?P<", at)) {
      int close = source.indexOf('>', at);
      if (close < 0) {
        throw PythonException.value("missing >, unterminated name");
      }
      names.put(source.substring(at + 4, close), ++groups);
      out.append('(');
      at = close + 1;
    } else if (source.startsWith("(?P=", at)) {
      int close = source.indexOf(')', at);
      Integer number = close < 0 ? null : names.get(source.substring(at + 4, close));
      if (number == null) {
        throw PythonException.value("unknown group name");
      }
      out.append("(?:\\").append(number.intValue()).append(')');
      at = close + 1;
    } else if (source.startsWith("(?#", at)) {
      int close = source.indexOf(')', at);
      at = close < 0 ? source.length() : close + 1;
    } else {
      groups += source.startsWith("(?", at) ? 0 : 1;
      inlineFlags();
      out.append('(');
      at++;
    }
  }

  private void inlineFlags() {
    int end = at + 2;
    while (end < source.length() && Character.isLetter(source.charAt(end))) {
      end++;
    }
    if (source.startsWith("(?", at) && source.substring(at + 2, end).indexOf('i') >= 0) {
      ignoreCase = true;
    }
  }

  private void brace() {
    int close = source.indexOf('}', at);
    String count = close < 0 ? "" : source.substring(at + 1, close);
    if (count.matches("\\d+(,\\d*)?")) {
      out.append('{').append(count).append('}');
      at = close + 1;
    } else if (count.matches(",\\d+")) {
      out.append("{0").append(count).append('}');
      at = close + 1;
    } else {
      out.append("\\{");
      at++;
    }
  }
}
