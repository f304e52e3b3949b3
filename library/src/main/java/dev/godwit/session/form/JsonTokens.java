package dev.godwit.session.form;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// JSON as its tokens, which keep their spelling: numbers and escapes stay as they were written.
public final class JsonTokens {
  /// As wide a line may become.
  private static final int WIDTH = 100;

  private JsonTokens() {}

  /// The tokens of a text: brackets, commas, colons, strings with their quotes, words and numbers.
  ///
  /// @param json well-formed
  public static List<String> of(String json) {
    List<String> tokens = new ArrayList<>();
    int at = 0;
    while (at < json.length()) {
      char first = json.charAt(at);
      int end = at + 1;
      if (first == '"') {
        while (json.charAt(end) != '"') {
          end += json.charAt(end) == '\\' ? 2 : 1;
        }
        end++;
      } else if ("{}[],:".indexOf(first) < 0 && first > ' ') {
        while (end < json.length() && "{}[],: \t\r\n".indexOf(json.charAt(end)) < 0) {
          end++;
        }
      }
      if (first > ' ') {
        tokens.add(json.substring(at, end));
      }
      at = end;
    }
    return tokens;
  }

  /// Whether a text is a JSON object or array.
  public static boolean isContainer(String text) {
    String begin = text.stripLeading();
    if (!begin.startsWith("{") && !begin.startsWith("[")) {
      return false;
    }
    try {
      JsonParser.STRICT.parse(text);
      return true;
    } catch (GodwitException notJson) {
      return false;
    }
  }

  /// Lays an object or array out for readers: what fits into a line stays in one. Null where the
  /// text is neither.
  static @Nullable String layout(String text) {
    return isContainer(text) ? layout(of(text)) : null;
  }

  /// As above, of tokens.
  public static String layout(List<String> tokens) {
    StringBuilder out = new StringBuilder();
    new Layout(tokens, out).value(0, 0);
    return out.toString();
  }

  private record Layout(List<String> tokens, StringBuilder out) {
    /// Writes the value that begins at a token, and returns the token behind it.
    int value(int first, int indent) {
      int end = end(first);
      if (end == first + 1 || fits(first, end, WIDTH - indent)) {
        tokens.subList(first, end).forEach(this::inLine);
        return end;
      }
      int at = first + 1;
      out.append(tokens.get(first));
      while (at < end - 1) {
        newLine(indent + 2);
        if (tokens.get(at + 1).equals(":")) {
          out.append(tokens.get(at)).append(": ");
          at += 2;
        }
        at = value(at, indent + 2);
        if (tokens.get(at).equals(",")) {
          out.append(',');
          at++;
        }
      }
      newLine(indent);
      out.append(tokens.get(at));
      return end;
    }

    private int end(int first) {
      int depth = 0;
      int at = first;
      do {
        switch (tokens.get(at++)) {
          case "{", "[" -> depth++;
          case "}", "]" -> depth--;
          default -> {}
        }
      } while (depth > 0);
      return at;
    }

    private boolean fits(int first, int end, int room) {
      int length = 0;
      for (int at = first; at < end && length <= room; at++) {
        length += tokens.get(at).length() + 1;
      }
      return length <= room;
    }

    private void inLine(String token) {
      out.append(token);
      if (token.equals(",") || token.equals(":")) {
        out.append(' ');
      }
    }

    private void newLine(int indent) {
      out.append('\n').append(" ".repeat(indent));
    }
  }
}
