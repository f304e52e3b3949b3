package dev.godwit.manifest.internal.template;

import dev.godwit.core.error.GodwitException;
import java.util.List;

/// A walk over the tokens of a template.
final class TokenStream {
  private final List<Token> tokens;
  private int at;

  TokenStream(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token current() {
    return tokens.get(at);
  }

  Token look() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  Token next() {
    Token token = current();
    if (at < tokens.size() - 1) {
      at++;
    }
    return token;
  }

  boolean takeOperator(String symbol) {
    boolean taken = current().isOperator(symbol);
    if (taken) {
      next();
    }
    return taken;
  }

  boolean takeName(String name) {
    boolean taken = current().isName(name);
    if (taken) {
      next();
    }
    return taken;
  }

  void expectOperator(String symbol) {
    if (!takeOperator(symbol)) {
      throw failure("expected token '" + symbol + "', got '" + current().describe() + "'");
    }
  }

  String expectName() {
    return expect(Token.Kind.NAME).text();
  }

  Token expect(Token.Kind kind) {
    if (current().kind() != kind) {
      throw failure("unexpected '" + current().describe() + "'");
    }
    return next();
  }

  int line() {
    return current().line();
  }

  GodwitException failure(String message) {
    return SyntaxError.at(line(), message);
  }
}
