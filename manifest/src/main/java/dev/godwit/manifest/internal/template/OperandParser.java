package dev.godwit.manifest.internal.template;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parses names, literals, brackets and what follows them: attributes, items, slices, calls,
/// filters and tests.
final class OperandParser {
  private static final Expr NONE = new Expr.Constant(null);

  private final TokenStream tokens;
  private final ExpressionParser expressions;

  OperandParser(TokenStream tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  Expr primary() {
    Token token = tokens.current();
    return switch (token.kind()) {
      case NAME -> name(tokens.next().text());
      case STRING -> strings();
      case INTEGER, FLOAT -> new Expr.Constant(tokens.next().value());
      case OPERATOR -> bracket(token);
      case DATA, PRINT_BEGIN, PRINT_END, BLOCK_BEGIN, BLOCK_END, END ->
          throw tokens.failure("unexpected '" + token.describe() + "'");
    };
  }

  private static Expr name(String name) {
    return switch (name) {
      case "true", "True" -> new Expr.Constant(true);
      case "false", "False" -> new Expr.Constant(false);
      case "none", "None" -> NONE;
      default -> new Expr.Name(name);
    };
  }

  private Expr strings() {
    StringBuilder text = new StringBuilder();
    while (tokens.current().kind() == Token.Kind.STRING) {
      text.append(tokens.next().value());
    }
    return new Expr.Constant(text.toString());
  }

  private Expr bracket(Token token) {
    return switch (token.text()) {
      case "(" -> {
        tokens.next();
        Expr inner = tuple(true);
        tokens.expectOperator(")");
        yield inner;
      }
      case "[" -> list();
      case "{" -> dict();
      default -> throw tokens.failure("unexpected '" + token.text() + "'");
    };
  }

  /// One expression, or several with commas between as a tuple.
  ///
  /// @param empty whether nothing at all is an empty tuple
  Expr tuple(boolean empty) {
    List<Expr> items = new ArrayList<>();
    boolean comma = false;
    while (!atTupleEnd()) {
      items.add(expressions.expression());
      if (!tokens.takeOperator(",")) {
        break;
      }
      comma = true;
    }
    if (comma || (items.isEmpty() && empty)) {
      return new Expr.TupleOf(items);
    }
    if (items.isEmpty()) {
      throw tokens.failure("Expected an expression, got '" + tokens.current().describe() + "'");
    }
    return items.getFirst();
  }

  private boolean atTupleEnd() {
    Token token = tokens.current();
    return token.kind() == Token.Kind.PRINT_END
        || token.kind() == Token.Kind.BLOCK_END
        || token.isOperator(")");
  }

  private Expr list() {
    tokens.expectOperator("[");
    List<Expr> items = new ArrayList<>();
    while (!tokens.takeOperator("]")) {
      items.add(expressions.expression());
      if (!tokens.current().isOperator("]")) {
        tokens.expectOperator(",");
      }
    }
    return new Expr.ListOf(items);
  }

  private Expr dict() {
    tokens.expectOperator("{");
    List<Expr.Pair> pairs = new ArrayList<>();
    while (!tokens.takeOperator("}")) {
      Expr key = expressions.expression();
      tokens.expectOperator(":");
      pairs.add(new Expr.Pair(key, expressions.expression()));
      if (!tokens.current().isOperator("}")) {
        tokens.expectOperator(",");
      }
    }
    return new Expr.DictOf(pairs);
  }

  /// Attributes, items and calls after `value`.
  Expr postfix(Expr value) {
    Expr result = value;
    while (true) {
      if (tokens.takeOperator(".")) {
        result = afterDot(result);
      } else if (tokens.takeOperator("[")) {
        result = new Expr.Item(result, subscript());
      } else if (tokens.current().isOperator("(")) {
        result = new Expr.Call(result, arguments());
      } else {
        return result;
      }
    }
  }

  private Expr afterDot(Expr value) {
    Token token = tokens.next();
    return switch (token.kind()) {
      case NAME -> new Expr.Attribute(value, token.text());
      case INTEGER -> new Expr.Item(value, new Expr.Constant(token.value()));
      case DATA, PRINT_BEGIN, PRINT_END, BLOCK_BEGIN, BLOCK_END, STRING, FLOAT, OPERATOR, END ->
          throw tokens.failure("expected name or number");
    };
  }

  private Expr subscript() {
    List<Expr> parts = new ArrayList<>();
    while (!tokens.current().isOperator("]")) {
      if (!parts.isEmpty()) {
        tokens.expectOperator(",");
      }
      parts.add(subscribed());
    }
    tokens.expectOperator("]");
    return parts.size() == 1 ? parts.getFirst() : new Expr.TupleOf(parts);
  }

  private Expr subscribed() {
    Expr start = NONE;
    if (!tokens.current().isOperator(":")) {
      start = expressions.expression();
      if (!tokens.current().isOperator(":")) {
        return start;
      }
    }
    tokens.expectOperator(":");
    Expr stop = tokens.current().isOperator(":") ? NONE : bound();
    Expr step = tokens.takeOperator(":") ? bound() : NONE;
    return new Expr.Part(start, stop, step);
  }

  private Expr bound() {
    Token token = tokens.current();
    boolean absent = token.isOperator("]") || token.isOperator(",");
    return absent ? NONE : expressions.expression();
  }

  /// Filters, tests and calls of their results after `value`.
  Expr filters(Expr value) {
    Expr result = value;
    while (true) {
      if (tokens.current().isOperator("|")) {
        result = filter(result);
      } else if (tokens.takeName("is")) {
        result = test(result);
      } else if (tokens.current().isOperator("(")) {
        result = new Expr.Call(result, arguments());
      } else {
        return result;
      }
    }
  }

  private Expr filter(Expr value) {
    tokens.expectOperator("|");
    return namedFilter(value);
  }

  /// One filter whose bar, if any, is behind.
  Expr.Filter namedFilter(@Nullable Expr value) {
    int line = tokens.line();
    String name = dottedName();
    Expr.Passed arguments = tokens.current().isOperator("(") ? arguments() : Expr.Passed.NOTHING;
    return new Expr.Filter(value, name, arguments, line);
  }

  private String dottedName() {
    StringBuilder name = new StringBuilder(tokens.expectName());
    while (tokens.takeOperator(".")) {
      name.append('.').append(tokens.expectName());
    }
    return name.toString();
  }

  private Expr test(Expr value) {
    int line = tokens.line();
    boolean negated = tokens.takeName("not");
    String name = dottedName();
    Expr.Passed arguments = Expr.Passed.NOTHING;
    if (tokens.current().isOperator("(")) {
      arguments = arguments();
    } else if (startsArgument(tokens.current())) {
      if (tokens.current().isName("is")) {
        throw tokens.failure("You cannot chain multiple tests with is");
      }
      Expr argument = postfix(primary());
      arguments = new Expr.Passed(List.of(argument), List.of(), null, null);
    }
    Expr test = new Expr.Test(value, name, arguments, line);
    return negated ? new Expr.Not(test) : test;
  }

  private static boolean startsArgument(Token token) {
    return switch (token.kind()) {
      case STRING, INTEGER, FLOAT -> true;
      case NAME -> !token.isName("else") && !token.isName("or") && !token.isName("and");
      case OPERATOR -> token.isOperator("[") || token.isOperator("{");
      case DATA, PRINT_BEGIN, PRINT_END, BLOCK_BEGIN, BLOCK_END, END -> false;
    };
  }

  private Expr.Passed arguments() {
    return new ArgumentParser(tokens, expressions).parse();
  }
}
