package dev.godwit.manifest.internal.template;

import dev.godwit.core.error.GodwitException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Parses a whole template into statements.
final class StatementParser {
  private static final int MAX_DEPTH = 100;

  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private int depth;

  private StatementParser(TokenStream tokens) {
    this.tokens = tokens;
    this.expressions = new ExpressionParser(tokens);
  }

  /// The statements of `template`.
  ///
  /// @throws GodwitException CONFIG `template.syntax`
  static List<Stmt> parse(String template) {
    StatementParser parser = new StatementParser(new TokenStream(Lexer.tokens(template)));
    return parser.body(Set.of());
  }

  /// Statements up to a block that begins with one of `ends`, whose name is left to be read.
  private List<Stmt> body(Set<String> ends) {
    if (++depth > MAX_DEPTH) {
      throw tokens.failure("blocks nested too deeply");
    }
    List<Stmt> body = new ArrayList<>();
    while (tokens.current().kind() != Token.Kind.END) {
      Token token = tokens.next();
      switch (token.kind()) {
        case DATA -> body.add(new Stmt.Text(token.text()));
        case PRINT_BEGIN -> {
          body.add(new Stmt.Print(expressions.operands().tuple(false)));
          tokens.expect(Token.Kind.PRINT_END);
        }
        case BLOCK_BEGIN -> {
          if (tokens.current().kind() == Token.Kind.NAME
              && ends.contains(tokens.current().text())) {
            depth--;
            return body;
          }
          body.addAll(statement());
          tokens.expect(Token.Kind.BLOCK_END);
        }
        case PRINT_END, BLOCK_END, NAME, STRING, INTEGER, FLOAT, OPERATOR, END ->
            throw tokens.failure("unexpected '" + token.describe() + "'");
      }
    }
    if (!ends.isEmpty()) {
      throw tokens.failure("Unexpected end of template, looking for " + ends);
    }
    depth--;
    return body;
  }

  /// The body of a block after its opening tag, up to and with the name of its end tag.
  private List<Stmt> bodyTo(String end) {
    tokens.takeOperator(":");
    tokens.expect(Token.Kind.BLOCK_END);
    List<Stmt> body = body(Set.of(end));
    tokens.next();
    return body;
  }

  private List<Stmt> bodyUpTo(String... ends) {
    tokens.takeOperator(":");
    tokens.expect(Token.Kind.BLOCK_END);
    return body(Set.of(ends));
  }

  private List<Stmt> statement() {
    if (tokens.current().kind() != Token.Kind.NAME) {
      throw tokens.failure("tag name expected");
    }
    String tag = tokens.next().text();
    return switch (tag) {
      case "if" -> List.of(ifStatement());
      case "for" -> List.of(forStatement());
      case "set" -> List.of(set());
      case "print" -> print();
      case "with" -> List.of(with());
      case "filter" -> List.of(new Stmt.FilterBlock(filterChain(), bodyTo("endfilter")));
      case "macro" ->
          List.of(new Stmt.Macro(tokens.expectName(), parameters(), bodyTo("endmacro")));
      case "call" -> List.of(callBlock());
      case "block" -> List.of(block());
      case "autoescape" -> {
        expressions.expression();
        yield List.of(new Stmt.Scoped(bodyTo("endautoescape")));
      }
      case "include", "extends", "import", "from" -> List.of(load(tag));
      default -> throw tokens.failure("Encountered unknown tag '" + tag + "'");
    };
  }

  private Stmt ifStatement() {
    List<Stmt.Branch> branches = new ArrayList<>();
    while (true) {
      Expr test = simpleTuple();
      branches.add(new Stmt.Branch(test, bodyUpTo("elif", "else", "endif")));
      String next = tokens.next().text();
      if (next.equals("else")) {
        return new Stmt.If(branches, bodyTo("endif"));
      }
      if (next.equals("endif")) {
        return new Stmt.If(branches, List.of());
      }
    }
  }

  private Stmt forStatement() {
    Stmt.Target target = target();
    if (!tokens.takeName("in")) {
      throw tokens.failure("expected 'in'");
    }
    Expr items = simpleTuple();
    Expr filter = tokens.takeName("if") ? expressions.expression() : null;
    boolean recursive = tokens.takeName("recursive");
    List<Stmt> body = bodyUpTo("endfor", "else");
    List<Stmt> otherwise = tokens.next().isName("endfor") ? List.of() : bodyTo("endfor");
    return new Stmt.For(target, items, filter, body, otherwise, recursive);
  }

  /// An expression or tuple whose parts have no `if … else`.
  private Expr simpleTuple() {
    List<Expr> items = new ArrayList<>();
    items.add(expressions.or());
    boolean tuple = false;
    while (tokens.takeOperator(",")) {
      tuple = true;
      if (tokens.current().kind() == Token.Kind.BLOCK_END || tokens.current().isName("recursive")) {
        break;
      }
      items.add(expressions.or());
    }
    return tuple ? new Expr.TupleOf(items) : items.getFirst();
  }

  private Stmt set() {
    Stmt.Target target = target();
    if (tokens.takeOperator("=")) {
      return new Stmt.Assign(target, expressions.operands().tuple(false));
    }
    Expr.Filter filters = tokens.current().isOperator("|") ? barredFilters() : null;
    return new Stmt.AssignBlock(target, filters, bodyTo("endset"));
  }

  private Expr.Filter barredFilters() {
    tokens.expectOperator("|");
    return filterChain();
  }

  private Expr.Filter filterChain() {
    Expr.Filter chain = expressions.operands().namedFilter(null);
    while (tokens.takeOperator("|")) {
      chain = expressions.operands().namedFilter(chain);
    }
    return chain;
  }

  private List<Stmt> print() {
    List<Stmt> prints = new ArrayList<>();
    while (tokens.current().kind() != Token.Kind.BLOCK_END) {
      if (!prints.isEmpty()) {
        tokens.expectOperator(",");
      }
      prints.add(new Stmt.Print(expressions.expression()));
    }
    return prints;
  }

  private Stmt with() {
    List<Stmt.Target> targets = new ArrayList<>();
    List<Expr> values = new ArrayList<>();
    while (tokens.current().kind() != Token.Kind.BLOCK_END) {
      if (!targets.isEmpty()) {
        tokens.expectOperator(",");
      }
      targets.add(target());
      tokens.expectOperator("=");
      values.add(expressions.expression());
    }
    return new Stmt.With(targets, values, bodyTo("endwith"));
  }

  private Stmt callBlock() {
    Stmt.Parameters parameters =
        tokens.current().isOperator("(") ? parameters() : Stmt.Parameters.NONE;
    if (!(expressions.expression() instanceof Expr.Call call)) {
      throw tokens.failure("expected call");
    }
    return new Stmt.CallBlock(call, parameters, bodyTo("endcall"));
  }

  private Stmt block() {
    String name = tokens.expectName();
    tokens.takeName("scoped");
    tokens.takeName("required");
    List<Stmt> body = bodyTo("endblock");
    tokens.takeName(name);
    return new Stmt.Scoped(body);
  }

  private Stmt.Parameters parameters() {
    tokens.expectOperator("(");
    List<String> names = new ArrayList<>();
    List<Expr> defaults = new ArrayList<>();
    while (!tokens.takeOperator(")")) {
      names.add(tokens.expectName());
      if (tokens.takeOperator("=")) {
        defaults.add(expressions.expression());
      } else if (!defaults.isEmpty()) {
        throw tokens.failure("non-default argument follows default argument");
      }
      if (!tokens.current().isOperator(")")) {
        tokens.expectOperator(",");
      }
    }
    return new Stmt.Parameters(names, defaults);
  }

  private Stmt load(String tag) {
    expressions.expression();
    List<String> names = new ArrayList<>();
    while (tokens.current().kind() != Token.Kind.BLOCK_END) {
      Token token = tokens.next();
      if (token.kind() == Token.Kind.NAME && !tag.equals("include")) {
        names.add(token.text());
      }
    }
    return new Stmt.Load(names);
  }

  private Stmt.Target target() {
    List<Stmt.Target> targets = new ArrayList<>();
    Stmt.Target first = oneTarget();
    if (!tokens.current().isOperator(",")) {
      return first;
    }
    targets.add(first);
    while (tokens.takeOperator(",")) {
      if (tokens.current().isName("in") || tokens.current().isOperator("=")) {
        break;
      }
      targets.add(oneTarget());
    }
    return new Stmt.Target.Unpack(targets);
  }

  private Stmt.Target oneTarget() {
    if (tokens.takeOperator("(")) {
      Stmt.Target inner = target();
      tokens.expectOperator(")");
      return inner;
    }
    String name = tokens.expectName();
    if (Set.of("true", "false", "none", "True", "False", "None").contains(name)) {
      throw tokens.failure("can't assign to '" + name + "'");
    }
    return tokens.takeOperator(".")
        ? new Stmt.Target.Attribute(name, tokens.expectName())
        : new Stmt.Target.Name(name);
  }
}
