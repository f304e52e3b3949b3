package dev.godwit.manifest.internal.python;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `datetime.strptime` for one format: fields of fixed width are read directly, everything else by
/// the expression that Python builds from the format. Immutable; formats are cached.
final class Strptime {
  private static final ConcurrentHashMap<String, Strptime> CACHE = new ConcurrentHashMap<>();
  private static final int MAX_CACHED = 1000;

  private final String format;
  private final Pattern pattern;
  private final List<Character> directives;
  private final boolean simple;

  private Strptime(String format) {
    this.format = format;
    this.directives = new ArrayList<>();
    this.pattern =
        Pattern.compile(
            expression(format, directives), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    this.simple = FixedFields.canRead(format);
  }

  /// @throws PythonException VALUE for a format with an unknown or repeated directive
  static Strptime of(String format) {
    Strptime known = CACHE.get(format);
    if (known != null) {
      return known;
    }
    Strptime made = new Strptime(format);
    if (CACHE.size() < MAX_CACHED) {
      CACHE.put(format, made);
    }
    return made;
  }

  /// @throws PythonException VALUE when the text does not match
  DateTime parse(String text) {
    if (simple) {
      DateTime direct = FixedFields.read(format, text);
      if (direct != null) {
        return direct;
      }
    }
    Matcher matcher = pattern.matcher(text);
    if (!matcher.lookingAt()) {
      throw PythonException.value(
          "time data " + Repr.repr(text) + " does not match format " + Repr.repr(format));
    }
    if (matcher.end() != text.length()) {
      throw PythonException.value("unconverted data remains: " + text.substring(matcher.end()));
    }
    ParsedFields fields = new ParsedFields();
    for (int i = 0; i < directives.size(); i++) {
      String found = matcher.group(i + 1);
      if (found != null) {
        fields.set(directives.get(i), found);
      }
    }
    return fields.toDateTime();
  }

  private static String expression(String format, List<Character> directives) {
    StringBuilder out = new StringBuilder();
    for (int at = 0; at < format.length(); at++) {
      int c = format.codePointAt(at);
      if (c == '%') {
        if (++at == format.length()) {
          throw PythonException.value("stray % in format " + Repr.repr(format));
        }
        out.append(directive(format.charAt(at), format, directives));
      } else if (Text.isSpace(c)) {
        while (at + 1 < format.length() && Text.isSpace(format.charAt(at + 1))) {
          at++;
        }
        out.append("\\p{IsWhite_Space}+");
      } else {
        out.append(Pattern.quote(Character.toString(c)));
        at += Character.charCount(c) - 1;
      }
    }
    return out.toString();
  }

  private static String directive(char name, String format, List<Character> directives) {
    String composite =
        switch (name) {
          case 'c' -> "%a %b %d %H:%M:%S %Y";
          case 'x' -> "%m/%d/%y";
          case 'X' -> "%H:%M:%S";
          case '%' -> "";
          default -> null;
        };
    if (composite != null) {
      return name == '%' ? "%" : expression(composite, directives);
    }
    String field = field(name);
    if (field == null) {
      throw PythonException.value(
          "'" + name + "' is a bad directive in format " + Repr.repr(format));
    }
    if (directives.contains(name)) {
      throw PythonException.value("directive %" + name + " appears twice in format");
    }
    directives.add(name);
    return "(" + field + ")";
  }

  private static @Nullable String field(char directive) {
    return switch (directive) {
      case 'd' -> "3[0-1]|[1-2]\\p{Nd}|0[1-9]|[1-9]| [1-9]";
      case 'f' -> "[0-9]{1,6}";
      case 'H' -> "2[0-3]|[0-1]\\p{Nd}|\\p{Nd}";
      case 'I' -> "1[0-2]|0[1-9]|[1-9]";
      case 'G', 'Y' -> "\\p{Nd}{4}";
      case 'j' ->
          "36[0-6]|3[0-5]\\p{Nd}|[1-2]\\p{Nd}{2}|0[1-9]\\p{Nd}|00[1-9]|[1-9]\\p{Nd}|0[1-9]|[1-9]";
      case 'm' -> "1[0-2]|0[1-9]|[1-9]";
      case 'M' -> "[0-5]\\p{Nd}|\\p{Nd}";
      case 'S' -> "6[0-1]|[0-5]\\p{Nd}|\\p{Nd}";
      case 'U', 'W' -> "5[0-3]|[0-4]\\p{Nd}|\\p{Nd}";
      case 'w' -> "[0-6]";
      case 'u' -> "[1-7]";
      case 'V' -> "5[0-3]|0[1-9]|[1-4]\\p{Nd}|\\p{Nd}";
      case 'y' -> "\\p{Nd}{2}";
      case 'z' -> "[+-]\\p{Nd}{2}:?[0-5]\\p{Nd}(?::?[0-5]\\p{Nd}(?:\\.\\p{Nd}{1,6})?)?|(?-i:Z)";
      case 'A' -> longestFirst(Strftime.DAYS, false);
      case 'a' -> longestFirst(Strftime.DAYS, true);
      case 'B' -> longestFirst(Strftime.MONTHS, false);
      case 'b' -> longestFirst(Strftime.MONTHS, true);
      case 'p' -> "am|pm";
      case 'Z' -> "UTC|GMT";
      default -> null;
    };
  }

  private static String longestFirst(List<String> names, boolean abbreviated) {
    return names.stream()
        .map(name -> abbreviated ? name.substring(0, 3) : name)
        .sorted((a, b) -> b.length() - a.length())
        .collect(Collectors.joining("|"));
  }
}
