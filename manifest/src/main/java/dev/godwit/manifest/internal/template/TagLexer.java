package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.NumberText;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.StringEscapes;
import dev.godwit.manifest.internal.python.Text;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the inside of one tag up to its end. An end mark counts only where all brackets are
/// closed.
final class TagLexer {
  private static final Pattern FLOAT =
      Pattern.compile(
          "(?<!\\.)(?:\\d+_)*\\d+(?:(?:\\.(?:\\d+_)*\\d+)?[eE][+\\-]?(?:\\d+_)*\\d+"
              + "|\\.(?:\\d+_)*\\d+)");
  private static final Pattern INTEGER =
      Pattern.compile(
          "0[bB](?:_?[0-1])+|0[oO](?:_?[0-7])+|0[xX](?:_?[\\da-fA-F])+"
              + "|[1-9](?:_?\\d)*|0(?:_?0)*");
  private static final List<String> LONG_OPERATORS = List.of("//", "**", "==", "!=", ">=", "<=");
  private static final String SHORT_OPERATORS = "+-/*%~[](){}><=.:|,;";

  private final String source;
  private final boolean print;
  private final List<Token> tokens;
  private final Deque<Character> open = new ArrayDeque<>();
  private int at;
  private int line;

  TagLexer(String source, int start, int line, boolean print, List<Token> tokens) {
    this.source = source;
    this.at = start;
    this.line = line;
    this.print = print;
    this.tokens = tokens;
  }

  int end() {
    return at;
  }

  int line() {
    return line;
  }

  void run() {
    while (true) {
      if (open.isEmpty() && takeEnd()) {
        return;
      }
      if (at >= source.length()) {
        tokens.add(new Token(Token.Kind.END, "", null, line));
        return;
      }
      char c = source.charAt(at);
      if (Text.isSpace(c)) {
        line += c == '\n' ? 1 : 0;
        at++;
      } else {
        token(c);
      }
    }
  }

  private boolean takeEnd() {
    String mark = print ? "}}" : "%}";
    boolean strip = source.startsWith("-" + mark, at);
    boolean keep = !print && source.startsWith("+" + mark, at);
    if (!strip && !keep && !source.startsWith(mark, at)) {
      return false;
    }
    tokens.add(new Token(print ? Token.Kind.PRINT_END : Token.Kind.BLOCK_END, mark, null, line));
    at += strip || keep ? 3 : 2;
    while (strip && at < source.length() && Text.isSpace(source.charAt(at))) {
      line += source.charAt(at) == '\n' ? 1 : 0;
      at++;
    }
    return true;
  }

  private void token(char c) {
    if (Character.isDigit(c)) {
      number();
    } else if (c == '_' || Character.isLetter(source.codePointAt(at))) {
      name();
    } else if (c == '\'' || c == '"') {
      string(c);
    } else {
      operator(c);
    }
  }

  private void number() {
    String real = match(FLOAT);
    if (real != null) {
      Double value = NumberText.parseFloat(real);
      tokens.add(new Token(Token.Kind.FLOAT, real, value, line));
      return;
    }
    String whole = match(INTEGER);
    if (whole == null) {
      throw unexpected();
    }
    Object value = NumberText.parseInt(whole, 0);
    tokens.add(new Token(Token.Kind.INTEGER, whole, value, line));
  }

  private @Nullable String match(Pattern pattern) {
    Matcher matcher =
        pattern.matcher(source).useTransparentBounds(true).region(at, source.length());
    if (!matcher.lookingAt()) {
      return null;
    }
    at = matcher.end();
    return matcher.group();
  }

  private void name() {
    int start = at;
    while (at < source.length() && isNamePart(source.codePointAt(at))) {
      at += Character.charCount(source.codePointAt(at));
    }
    tokens.add(new Token(Token.Kind.NAME, source.substring(start, at), null, line));
  }

  private static boolean isNamePart(int c) {
    return c == '_'
        || Character.isLetterOrDigit(c)
        || (c > 127 && Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
  }

  private void string(char quote) {
    int end = at + 1;
    while (end < source.length() && source.charAt(end) != quote) {
      end += source.charAt(end) == '\\' ? 2 : 1;
    }
    if (end >= source.length()) {
      throw unexpected();
    }
    String body = source.substring(at + 1, end);
    try {
      tokens.add(new Token(Token.Kind.STRING, body, StringEscapes.decode(body), line));
    } catch (PythonException e) {
      throw SyntaxError.at(line, e.text());
    }
    line += Lexer.lines(body);
    at = end + 1;
  }

  private void operator(char c) {
    for (String operator : LONG_OPERATORS) {
      if (source.startsWith(operator, at)) {
        add(operator);
        return;
      }
    }
    if (SHORT_OPERATORS.indexOf(c) < 0) {
      throw unexpected();
    }
    balance(c);
    add(String.valueOf(c));
  }

  private void balance(char c) {
    switch (c) {
      case '(' -> open.push(')');
      case '[' -> open.push(']');
      case '{' -> open.push('}');
      case ')', ']', '}' -> {
        Character expected = open.poll();
        if (expected == null || expected != c) {
          throw SyntaxError.at(line, "unexpected '" + c + "'");
        }
      }
      default -> {}
    }
  }

  private void add(String operator) {
    tokens.add(new Token(Token.Kind.OPERATOR, operator, null, line));
    at += operator.length();
  }

  private RuntimeException unexpected() {
    return SyntaxError.at(line, "unexpected char " + source.charAt(at));
  }
}
