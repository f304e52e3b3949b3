package dev.godwit.mapping.internal.filter;

import dev.godwit.core.error.GodwitException;
import dev.godwit.mapping.internal.filter.Condition.Operand;
import dev.godwit.mapping.internal.filter.Condition.Operator;
import dev.godwit.mapping.rule.FieldPath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// Reads filters: `or` binds less than `and`, `and` less than `not`.
public final class FilterParser {
  /// How deep parentheses and `not` may nest.
  private static final int MAX_DEPTH = 200;

  private final String text;
  private final List<Token> tokens;
  private int next;
  private int depth;

  private FilterParser(String text) {
    this.text = text;
    this.tokens = new Lexer(text).tokens();
  }

  /// Reads a filter.
  ///
  /// @throws GodwitException CONFIG `mapping.filter-syntax`
  public static Condition parse(String text) {
    FilterParser parser = new FilterParser(text);
    Condition condition = parser.either();
    if (parser.peek().kind() != Token.Kind.END) {
      throw parser.unexpected("expected and, or, or the end");
    }
    return condition;
  }

  private Condition either() {
    Condition condition = both();
    while (takeWord("or")) {
      condition = new Condition.Or(condition, both());
    }
    return condition;
  }

  private Condition both() {
    Condition condition = negation();
    while (takeWord("and")) {
      condition = new Condition.And(condition, negation());
    }
    return condition;
  }

  private Condition negation() {
    if (++depth > MAX_DEPTH) {
      throw unexpected("it nests deeper than " + MAX_DEPTH);
    }
    Condition condition = takeWord("not") ? new Condition.Not(negation()) : primary();
    depth--;
    return condition;
  }

  private Condition primary() {
    if (takeSign("(")) {
      Condition inside = either();
      expectSign(")");
      return inside;
    }
    Token first = peek();
    Operand left = operand();
    Operator operator = operator();
    if (operator != null) {
      return new Condition.Compare(left, operator, operand());
    }
    if (left instanceof Operand.Field(FieldPath field)) {
      return test(field);
    }
    if (left instanceof Operand.Flag) {
      return new Condition.Is(left);
    }
    throw FilterError.at(text, first.at(), "expected a comparison");
  }

  /// What follows a field that is not compared.
  private Condition test(FieldPath field) {
    if (takeWord("is")) {
      boolean negated = takeWord("not");
      expectWord("null");
      return negate(negated, new Condition.IsNull(field));
    }
    boolean negated = takeWord("not");
    if (takeWord("in")) {
      return negate(negated, new Condition.In(field, literals()));
    }
    if (takeWord("matches")) {
      return negate(negated, new Condition.Matches(field, pattern()));
    }
    if (negated) {
      throw unexpected("expected in or matches");
    }
    return new Condition.Is(new Operand.Field(field));
  }

  private static Condition negate(boolean negated, Condition condition) {
    return negated ? new Condition.Not(condition) : condition;
  }

  private List<Operand> literals() {
    String closing = takeSign("(") ? ")" : "]";
    if (closing.equals("]")) {
      expectSign("[");
    }
    List<Operand> literals = new ArrayList<>();
    do {
      Token token = peek();
      Operand literal = operand();
      if (literal instanceof Operand.Field) {
        throw FilterError.at(text, token.at(), "expected a literal");
      }
      if (!literals.isEmpty() && literal.getClass() != literals.getFirst().getClass()) {
        throw FilterError.at(text, token.at(), "values of one list are of one kind");
      }
      literals.add(literal);
    } while (takeSign(","));
    expectSign(closing);
    return literals;
  }

  private Pattern pattern() {
    Token token = take();
    if (token.kind() != Token.Kind.TEXT) {
      throw FilterError.at(text, token.at(), "expected a regular expression in single quotes");
    }
    try {
      return Pattern.compile(token.text());
    } catch (PatternSyntaxException e) {
      throw FilterError.at(
          text,
          token.at(),
          "no regular expression: " + e.getDescription().toLowerCase(java.util.Locale.ROOT));
    }
  }

  private @Nullable Operator operator() {
    if (peek().kind() != Token.Kind.SIGN) {
      return null;
    }
    Operator operator =
        switch (peek().text()) {
          case "=", "==" -> Operator.EQUAL;
          case "!=", "<>" -> Operator.NOT_EQUAL;
          case "<" -> Operator.LESS;
          case "<=" -> Operator.AT_MOST;
          case ">" -> Operator.GREATER;
          case ">=" -> Operator.AT_LEAST;
          default -> null;
        };
    if (operator != null) {
      next++;
    }
    return operator;
  }

  private Operand operand() {
    Token token = take();
    return switch (token.kind()) {
      case TEXT -> new Operand.Text(token.text());
      case NUMBER -> new Operand.Numeral(new BigDecimal(token.text()));
      case NAME -> field(token);
      case WORD -> word(token);
      case SIGN, END ->
          throw FilterError.at(
              text, token.at(), "expected a field or a literal, not " + token.describe());
    };
  }

  private Operand word(Token token) {
    if (token.isWord("true") || token.isWord("false")) {
      return new Operand.Flag(token.isWord("true"));
    }
    if (token.isWord("null")) {
      throw FilterError.at(
          text, token.at(), "nothing equals null; write 'is null' or 'is not null'");
    }
    for (String keyword : List.of("and", "or", "not", "in", "is", "matches")) {
      if (token.isWord(keyword)) {
        throw FilterError.at(
            text, token.at(), "expected a field; write \"" + keyword + "\" for one of that name");
      }
    }
    return field(token);
  }

  private Operand field(Token first) {
    List<String> keys = new ArrayList<>(List.of(first.text()));
    while (takeSign(".")) {
      Token key = take();
      if (key.kind() != Token.Kind.WORD && key.kind() != Token.Kind.NAME) {
        throw FilterError.at(text, key.at(), "expected the name of a field after '.'");
      }
      keys.add(key.text());
    }
    return new Operand.Field(FieldPath.of(keys));
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    Token token = peek();
    next = Math.min(next + 1, tokens.size() - 1);
    return token;
  }

  private boolean takeWord(String keyword) {
    boolean found = peek().isWord(keyword);
    next += found ? 1 : 0;
    return found;
  }

  private boolean takeSign(String sign) {
    boolean found = peek().isSign(sign);
    next += found ? 1 : 0;
    return found;
  }

  private void expectWord(String keyword) {
    if (!takeWord(keyword)) {
      throw unexpected("expected " + keyword);
    }
  }

  private void expectSign(String sign) {
    if (!takeSign(sign)) {
      throw unexpected("expected '" + sign + "'");
    }
  }

  private GodwitException unexpected(String expectation) {
    return FilterError.at(text, peek().at(), expectation + " instead of " + peek().describe());
  }
}
