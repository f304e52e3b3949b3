package dev.godwit.manifest.internal.python;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `json.loads`, with `NaN` and `Infinity`, integers of any size and the last of repeated keys.
public final class PythonJsonReader {
  private static final int MAX_DEPTH = 900;

  private final String text;
  private int at;
  private int depth;

  private PythonJsonReader(String text) {
    this.text = text;
  }

  /// Reads one JSON value.
  ///
  /// @throws PythonException VALUE when `text` is no JSON
  public static @Nullable Object loads(String text) {
    PythonJsonReader reader = new PythonJsonReader(text);
    reader.skip();
    Object value = reader.value();
    reader.skip();
    if (reader.at < text.length()) {
      throw reader.failure("Extra data");
    }
    return value;
  }

  private void skip() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private PythonException failure(String message) {
    return PythonException.value(message + ": char " + at);
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private @Nullable Object value() {
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      case 'N' -> word("NaN", Double.NaN);
      case 'I' -> word("Infinity", Double.POSITIVE_INFINITY);
      default -> number();
    };
  }

  private @Nullable Object word(String word, @Nullable Object value) {
    if (!text.startsWith(word, at)) {
      throw failure("Expecting value");
    }
    at += word.length();
    return value;
  }

  private void enter() {
    if (++depth > MAX_DEPTH) {
      throw failure("nested too deeply");
    }
    at++;
    skip();
  }

  private boolean next(char close, String message) {
    skip();
    char c = peek();
    if (c != ',' && c != close) {
      throw failure(message);
    }
    at++;
    if (c == close) {
      depth--;
      return false;
    }
    skip();
    return true;
  }

  private Map<String, @Nullable Object> object() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    enter();
    if (peek() == '}') {
      at++;
      depth--;
      return map;
    }
    do {
      if (peek() != '"') {
        throw failure("Expecting property name enclosed in double quotes");
      }
      String key = string();
      skip();
      if (peek() != ':') {
        throw failure("Expecting ':' delimiter");
      }
      at++;
      skip();
      map.put(key, value());
    } while (next('}', "Expecting ',' delimiter"));
    return map;
  }

  private List<@Nullable Object> array() {
    List<@Nullable Object> list = new ArrayList<>();
    enter();
    if (peek() == ']') {
      at++;
      depth--;
      return list;
    }
    do {
      list.add(value());
    } while (next(']', "Expecting ',' delimiter"));
    return list;
  }

  private String string() {
    StringBuilder out = new StringBuilder();
    at++;
    while (true) {
      if (at >= text.length()) {
        throw failure("Unterminated string");
      }
      char c = text.charAt(at++);
      if (c == '"') {
        return out.toString();
      }
      if (c < ' ') {
        throw failure("Invalid control character");
      }
      out.append(c == '\\' ? escape() : c);
    }
  }

  private char escape() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
          throw failure("Invalid \\uXXXX escape");
        }
        at += 4;
        yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
      }
      default -> throw failure("Invalid \\escape");
    };
  }

  private Object number() {
    int start = at;
    if (peek() == '-') {
      at++;
      if (peek() == 'I') {
        word("Infinity", null);
        return Double.NEGATIVE_INFINITY;
      }
    }
    int whole = digits();
    if (whole == 0 || (whole > 1 && text.charAt(at - whole) == '0')) {
      at = start;
      throw failure("Expecting value");
    }
    int end = at;
    boolean real = false;
    if (peek() == '.') {
      at++;
      real = digits() > 0;
      at = real ? at : end;
    }
    end = at;
    if ((peek() == 'e' || peek() == 'E') && at + 1 < text.length()) {
      at++;
      at += peek() == '+' || peek() == '-' ? 1 : 0;
      boolean exponent = digits() > 0;
      real |= exponent;
      at = exponent ? at : end;
    }
    String digits = text.substring(start, at);
    return real ? (Object) Double.valueOf(digits) : Numbers.normal(new BigInteger(digits));
  }

  private int digits() {
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    return at - start;
  }
}
