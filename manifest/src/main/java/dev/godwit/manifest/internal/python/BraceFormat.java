package dev.godwit.manifest.internal.python;

import static dev.godwit.manifest.internal.python.Missing.MISSING;

import dev.godwit.manifest.internal.python.PythonException.Kind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `str.format`: fields in braces, with attributes and items looked up as templates do.
final class BraceFormat {
  private static final int MAX_DEPTH = 2;

  private final List<? extends @Nullable Object> positional;
  private final @Nullable Object named;
  private int next;
  private boolean numbered;

  private BraceFormat(List<? extends @Nullable Object> positional, @Nullable Object named) {
    this.positional = positional;
    this.named = named;
  }

  static String format(
      String format,
      List<? extends @Nullable Object> positional,
      Map<String, ? extends @Nullable Object> named) {
    return new BraceFormat(positional, named).format(format, MAX_DEPTH);
  }

  static String formatMap(String format, @Nullable Object mapping) {
    return new BraceFormat(List.of(), mapping).format(format, MAX_DEPTH);
  }

  private String format(String format, int depth) {
    if (depth < 0) {
      throw PythonException.value("Max string recursion exceeded");
    }
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < format.length()) {
      char c = format.charAt(at++);
      boolean twice = at < format.length() && format.charAt(at) == c;
      if (c != '{' && c != '}') {
        out.append(c);
      } else if (twice) {
        out.append(c);
        at++;
      } else if (c == '}') {
        throw PythonException.value("Single '}' encountered in format string");
      } else {
        int end = closing(format, at);
        out.append(field(format.substring(at, end), depth));
        Arithmetic.checkLength(out.length());
        at = end + 1;
      }
    }
    return out.toString();
  }

  private static int closing(String format, int from) {
    int open = 1;
    for (int at = from; at < format.length(); at++) {
      if (format.charAt(at) == '{') {
        open++;
      } else if (format.charAt(at) == '}' && --open == 0) {
        return at;
      }
    }
    throw PythonException.value("expected '}' before end of string");
  }

  private String field(String field, int depth) {
    int end = 0;
    boolean bracket = false;
    while (end < field.length()) {
      char c = field.charAt(end);
      bracket = c == '[' || (bracket && c != ']');
      if (!bracket && (c == ':' || c == '!')) {
        break;
      }
      end++;
    }
    Object value = value(field.substring(0, end));
    String rest = field.substring(end);
    if (rest.startsWith("!")) {
      if (rest.length() < 2 || (rest.length() > 2 && rest.charAt(2) != ':')) {
        throw PythonException.value("expected ':' after conversion specifier");
      }
      value = converted(value, rest.charAt(1));
      rest = rest.substring(2);
    }
    String spec = rest.isEmpty() ? "" : format(rest.substring(1), depth - 1);
    return FormatSpec.format(value, spec);
  }

  private static Object converted(@Nullable Object value, char conversion) {
    return switch (conversion) {
      case 's' -> Repr.str(value);
      case 'r' -> Repr.repr(value);
      case 'a' -> PercentFormat.ascii(Repr.repr(value));
      default -> throw PythonException.value("Unknown conversion specifier " + conversion);
    };
  }

  private @Nullable Object value(String name) {
    int end = 0;
    while (end < name.length() && name.charAt(end) != '.' && name.charAt(end) != '[') {
      end++;
    }
    Object value = first(name.substring(0, end));
    int at = end;
    while (at < name.length()) {
      if (name.charAt(at) == '.') {
        int stop = at + 1;
        while (stop < name.length() && name.charAt(stop) != '.' && name.charAt(stop) != '[') {
          stop++;
        }
        value = Lookup.attribute(value, name.substring(at + 1, stop));
        at = stop;
      } else {
        int stop = name.indexOf(']', at);
        if (name.charAt(at) != '[' || stop < 0) {
          throw PythonException.value("Missing ']' in format string");
        }
        String key = name.substring(at + 1, stop);
        value = Lookup.item(value, isIndex(key) ? (Object) Long.valueOf(key) : key);
        at = stop + 1;
      }
    }
    return value;
  }

  private static boolean isIndex(String text) {
    return !text.isEmpty()
        && text.length() < 18
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private @Nullable Object first(String name) {
    if (name.isEmpty() || isIndex(name)) {
      if (name.isEmpty() ? numbered : next > 0) {
        throw PythonException.value("cannot switch between manual and automatic field numbering");
      }
      numbered |= !name.isEmpty();
      long index = name.isEmpty() ? next++ : Long.parseLong(name);
      if (index >= positional.size()) {
        throw new PythonException(
            Kind.INDEX, "Replacement index " + index + " out of range for positional args tuple");
      }
      return positional.get((int) index);
    }
    Object value = Subscript.find(named, name);
    if (value == MISSING) {
      throw new PythonException(Kind.KEY, Repr.repr(name));
    }
    return value;
  }
}
