package dev.godwit.manifest.internal.python;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/// The replacement of `re.sub`: literal text and references to groups.
final class RegexReplacement {
  private sealed interface Part {
    record Text(String text) implements Part {}

    record Group(int number) implements Part {}
  }

  private final List<Part> parts = new ArrayList<>();
  private final RegexTranslator groups;
  private final String source;
  private int at;

  private RegexReplacement(String source, RegexTranslator groups) {
    this.source = source;
    this.groups = groups;
  }

  static RegexReplacement parse(String source, RegexTranslator groups) {
    RegexReplacement replacement = new RegexReplacement(source, groups);
    replacement.read();
    return replacement;
  }

  void append(Matcher matcher, StringBuilder out) {
    for (Part part : parts) {
      switch (part) {
        case Part.Text text -> out.append(text.text);
        case Part.Group group -> {
          String found = matcher.group(group.number);
          out.append(found == null ? "" : found);
        }
      }
    }
  }

  private void read() {
    StringBuilder text = new StringBuilder();
    while (at < source.length()) {
      char c = source.charAt(at++);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      if (at == source.length()) {
        throw PythonException.value("bad escape (end of pattern)");
      }
      char escaped = source.charAt(at);
      if (escaped == 'g' || (escaped >= '1' && escaped <= '9')) {
        parts.add(new Part.Text(text.toString()));
        text.setLength(0);
        parts.add(new Part.Group(escaped == 'g' ? named() : numbered()));
      } else {
        text.append(plain(escaped));
        at++;
      }
    }
    parts.add(new Part.Text(text.toString()));
  }

  private static String plain(char c) {
    return switch (c) {
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      case 'f' -> "\f";
      case 'v' -> "\u000b";
      case 'a' -> "\u0007";
      case 'b' -> "\b";
      case '0' -> "\0";
      case '\\' -> "\\";
      default -> {
        if (c < 128 && Character.isLetter(c)) {
          throw PythonException.value("bad escape \\" + c);
        }
        yield "\\" + c;
      }
    };
  }

  private int numbered() {
    int end = at + 1;
    if (end < source.length() && Character.isDigit(source.charAt(end))) {
      end++;
    }
    int number = Integer.parseInt(source.substring(at, end));
    at = end;
    return checked(number);
  }

  private int named() {
    int close = source.indexOf('>', at);
    if (!source.startsWith("g<", at) || close < 0) {
      throw PythonException.value("missing group name");
    }
    String name = source.substring(at + 2, close);
    at = close + 1;
    if (!name.isEmpty() && name.chars().allMatch(Character::isDigit)) {
      return checked(Integer.parseInt(name));
    }
    Integer number = groups.group(name);
    if (number == null) {
      throw new PythonException(PythonException.Kind.INDEX, "unknown group name " + name);
    }
    return number;
  }

  private int checked(int number) {
    if (number > groups.groups()) {
      throw PythonException.value("invalid group reference " + number);
    }
    return number;
  }
}
