package dev.godwit.mapping.internal.filter;

import dev.godwit.core.error.GodwitException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a filter into tokens.
final class Lexer {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
  private static final Pattern WORD = Pattern.compile("[\\p{L}_$@][\\p{L}\\p{N}_$@-]*");
  private static final List<String> SIGNS =
      List.of("<=", ">=", "==", "!=", "<>", "<", ">", "=", "(", ")", "[", "]", ",", ".");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  Lexer(String text) {
    this.text = text;
  }

  List<Token> tokens() {
    while (skipSpace()) {
      tokens.add(next());
    }
    tokens.add(new Token(Token.Kind.END, "", at));
    return tokens;
  }

  private boolean skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length();
  }

  private Token next() {
    int start = at;
    char first = text.charAt(at);
    if (first == '\'') {
      return new Token(Token.Kind.TEXT, quoted('\''), start);
    }
    if (first == '"') {
      return new Token(Token.Kind.NAME, quoted('"'), start);
    }
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (number.lookingAt()) {
      return token(Token.Kind.NUMBER, number.end());
    }
    Matcher word = WORD.matcher(text).region(at, text.length());
    if (word.lookingAt()) {
      return token(Token.Kind.WORD, word.end());
    }
    for (String sign : SIGNS) {
      if (text.startsWith(sign, at)) {
        return token(Token.Kind.SIGN, at + sign.length());
      }
    }
    throw FilterError.at(text, at, "'" + first + "' means nothing here");
  }

  private Token token(Token.Kind kind, int end) {
    int start = at;
    at = end;
    return new Token(kind, text.substring(start, end), start);
  }

  /// A text in quotes; a quote inside it is written twice. There are no other escapes.
  ///
  /// @throws GodwitException CONFIG `mapping.filter-syntax` when it has no end
  private String quoted(char quote) {
    int start = at;
    StringBuilder inside = new StringBuilder();
    for (at++; at < text.length(); at++) {
      if (text.charAt(at) != quote) {
        inside.append(text.charAt(at));
      } else if (at + 1 < text.length() && text.charAt(at + 1) == quote) {
        inside.append(quote);
        at++;
      } else {
        at++;
        return inside.toString();
      }
    }
    throw FilterError.at(text, start, "the quote has no end");
  }
}
