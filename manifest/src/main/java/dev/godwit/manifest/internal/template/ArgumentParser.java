package dev.godwit.manifest.internal.template;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parses the arguments of one call: positions, then names, then `*` and `**`.
final class ArgumentParser {
  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private final List<Expr> positional = new ArrayList<>();
  private final List<Expr.Named> named = new ArrayList<>();
  private @Nullable Expr star;
  private @Nullable Expr doubleStar;

  ArgumentParser(TokenStream tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  Expr.Passed parse() {
    tokens.expectOperator("(");
    while (!tokens.takeOperator(")")) {
      argument();
      if (!tokens.current().isOperator(")")) {
        tokens.expectOperator(",");
      }
    }
    return new Expr.Passed(positional, named, star, doubleStar);
  }

  private void argument() {
    Token token = tokens.current();
    if (tokens.takeOperator("*")) {
      require(star == null && doubleStar == null);
      star = expressions.expression();
    } else if (tokens.takeOperator("**")) {
      require(doubleStar == null);
      doubleStar = expressions.expression();
    } else if (token.kind() == Token.Kind.NAME && tokens.look().isOperator("=")) {
      require(doubleStar == null);
      tokens.next();
      tokens.next();
      named.add(new Expr.Named(token.text(), expressions.expression()));
    } else {
      require(star == null && doubleStar == null && named.isEmpty());
      positional.add(expressions.expression());
    }
  }

  private void require(boolean allowed) {
    if (!allowed) {
      throw tokens.failure("invalid syntax for function call expression");
    }
  }
}
