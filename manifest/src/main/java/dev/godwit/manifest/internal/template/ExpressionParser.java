package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.Arithmetic;
import dev.godwit.manifest.internal.python.Ordering;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parses the operators of expressions, from the loosest (`if … else`) to the tightest (`**`).
/// Operands are read by [OperandParser].
final class ExpressionParser {
  private static final int MAX_DEPTH = 200;

  private final TokenStream tokens;
  private final OperandParser operands;
  private int depth;

  ExpressionParser(TokenStream tokens) {
    this.tokens = tokens;
    this.operands = new OperandParser(tokens, this);
  }

  OperandParser operands() {
    return operands;
  }

  Expr expression() {
    if (++depth > MAX_DEPTH) {
      throw tokens.failure("expression nested too deeply");
    }
    Expr value = or();
    while (tokens.takeName("if")) {
      Expr test = or();
      Expr otherwise = tokens.takeName("else") ? expression() : null;
      value = new Expr.Conditional(test, value, otherwise);
    }
    depth--;
    return value;
  }

  /// An expression without `if … else`.
  Expr or() {
    Expr left = and();
    while (tokens.takeName("or")) {
      left = new Expr.Or(left, and());
    }
    return left;
  }

  private Expr and() {
    Expr left = not();
    while (tokens.takeName("and")) {
      left = new Expr.And(left, not());
    }
    return left;
  }

  private Expr not() {
    if (!tokens.takeName("not")) {
      return compare();
    }
    if (++depth > MAX_DEPTH) {
      throw tokens.failure("expression nested too deeply");
    }
    Expr negated = new Expr.Not(not());
    depth--;
    return negated;
  }

  private Expr compare() {
    Expr first = sum();
    List<Expr.Operand> rest = new ArrayList<>();
    Expr.Comparison comparison = comparison();
    while (comparison != null) {
      rest.add(new Expr.Operand(comparison, sum()));
      comparison = comparison();
    }
    return rest.isEmpty() ? first : new Expr.Compare(first, rest);
  }

  private Expr.@Nullable Comparison comparison() {
    Token token = tokens.current();
    if (token.isName("in")) {
      tokens.next();
      return new Expr.Comparison.In(false);
    }
    if (token.isName("not") && tokens.look().isName("in")) {
      tokens.next();
      tokens.next();
      return new Expr.Comparison.In(true);
    }
    if (token.kind() != Token.Kind.OPERATOR) {
      return null;
    }
    Expr.Comparison comparison =
        switch (token.text()) {
          case "==" -> new Expr.Comparison.Equal(false);
          case "!=" -> new Expr.Comparison.Equal(true);
          case "<" -> new Expr.Comparison.Ordered(Ordering.Operator.LESS);
          case "<=" -> new Expr.Comparison.Ordered(Ordering.Operator.LESS_OR_EQUAL);
          case ">" -> new Expr.Comparison.Ordered(Ordering.Operator.GREATER);
          case ">=" -> new Expr.Comparison.Ordered(Ordering.Operator.GREATER_OR_EQUAL);
          default -> null;
        };
    if (comparison != null) {
      tokens.next();
    }
    return comparison;
  }

  private Expr sum() {
    Expr left = concat();
    while (true) {
      if (tokens.takeOperator("+")) {
        left = new Expr.Arithmetical(Arithmetic.Operator.ADD, left, concat());
      } else if (tokens.takeOperator("-")) {
        left = new Expr.Arithmetical(Arithmetic.Operator.SUBTRACT, left, concat());
      } else {
        return left;
      }
    }
  }

  private Expr concat() {
    Expr first = product();
    if (!tokens.current().isOperator("~")) {
      return first;
    }
    List<Expr> parts = new ArrayList<>();
    parts.add(first);
    while (tokens.takeOperator("~")) {
      parts.add(product());
    }
    return new Expr.Concat(parts);
  }

  private Expr product() {
    Expr left = power();
    while (true) {
      Arithmetic.Operator operator = productOperator(tokens.current());
      if (operator == null) {
        return left;
      }
      tokens.next();
      left = new Expr.Arithmetical(operator, left, power());
    }
  }

  private static Arithmetic.@Nullable Operator productOperator(Token token) {
    if (token.kind() != Token.Kind.OPERATOR) {
      return null;
    }
    return switch (token.text()) {
      case "*" -> Arithmetic.Operator.MULTIPLY;
      case "/" -> Arithmetic.Operator.DIVIDE;
      case "//" -> Arithmetic.Operator.FLOOR_DIVIDE;
      case "%" -> Arithmetic.Operator.MODULO;
      default -> null;
    };
  }

  private Expr power() {
    Expr left = unary(true);
    while (tokens.takeOperator("**")) {
      left = new Expr.Arithmetical(Arithmetic.Operator.POWER, left, unary(true));
    }
    return left;
  }

  private Expr unary(boolean withFilters) {
    if (++depth > MAX_DEPTH) {
      throw tokens.failure("expression nested too deeply");
    }
    Expr value;
    if (tokens.takeOperator("-")) {
      value = new Expr.Negate(unary(false));
    } else if (tokens.takeOperator("+")) {
      value = new Expr.Positive(unary(false));
    } else {
      value = operands.primary();
    }
    value = operands.postfix(value);
    depth--;
    return withFilters ? operands.filters(value) : value;
  }
}
