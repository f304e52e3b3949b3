package dev.godwit.manifest.internal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Walks over the parts of expressions and statements.
final class Children {
  private Children() {}

  /// The direct parts of `expression`, in order of appearance.
  static List<Expr> of(Expr expression) {
    return switch (expression) {
      case Expr.Constant _, Expr.Name _ -> List.of();
      case Expr.Attribute attribute -> List.of(attribute.target());
      case Expr.Item item -> List.of(item.target(), item.key());
      case Expr.Part part -> List.of(part.start(), part.stop(), part.step());
      case Expr.ListOf list -> list.items();
      case Expr.TupleOf tuple -> tuple.items();
      case Expr.DictOf dict -> {
        List<Expr> parts = new ArrayList<>();
        for (Expr.Pair pair : dict.pairs()) {
          parts.add(pair.key());
          parts.add(pair.value());
        }
        yield parts;
      }
      case Expr.Negate negate -> List.of(negate.value());
      case Expr.Positive positive -> List.of(positive.value());
      case Expr.Arithmetical operation -> List.of(operation.left(), operation.right());
      case Expr.Concat concat -> concat.parts();
      case Expr.Compare compare -> {
        List<Expr> parts = new ArrayList<>();
        parts.add(compare.first());
        compare.operands().forEach(operand -> parts.add(operand.value()));
        yield parts;
      }
      case Expr.And and -> List.of(and.left(), and.right());
      case Expr.Or or -> List.of(or.left(), or.right());
      case Expr.Not not -> List.of(not.value());
      case Expr.Conditional choice -> joined(choice.test(), choice.then(), choice.otherwise());
      case Expr.Call call -> withArguments(call.target(), call.arguments());
      case Expr.Filter filter -> withArguments(filter.target(), filter.arguments());
      case Expr.Test test -> withArguments(test.target(), test.arguments());
    };
  }

  private static List<Expr> joined(Expr first, Expr second, @Nullable Expr third) {
    return third == null ? List.of(first, second) : List.of(first, second, third);
  }

  private static List<Expr> withArguments(@Nullable Expr target, Expr.Passed arguments) {
    List<Expr> parts = new ArrayList<>();
    if (target != null) {
      parts.add(target);
    }
    parts.addAll(arguments.all());
    return parts;
  }

  /// Adds the names that `expression` reads to `names`.
  static List<String> names(Expr expression, List<String> names) {
    if (expression instanceof Expr.Name name) {
      names.add(name.name());
    }
    of(expression).forEach(part -> names(part, names));
    return names;
  }

  /// Shows every expression in `body`, at any depth, to `visitor`: the whole ones, not their parts.
  static void expressions(List<Stmt> body, Consumer<Expr> visitor) {
    for (Stmt statement : body) {
      switch (statement) {
        case Stmt.Text _, Stmt.Load _ -> {}
        case Stmt.Print print -> visitor.accept(print.value());
        case Stmt.If choice -> {
          for (Stmt.Branch branch : choice.branches()) {
            visitor.accept(branch.test());
            expressions(branch.body(), visitor);
          }
          expressions(choice.otherwise(), visitor);
        }
        case Stmt.For loop -> {
          visitor.accept(loop.items());
          if (loop.filter() != null) {
            visitor.accept(loop.filter());
          }
          expressions(loop.body(), visitor);
          expressions(loop.otherwise(), visitor);
        }
        case Stmt.Assign assign -> visitor.accept(assign.value());
        case Stmt.AssignBlock assign -> {
          if (assign.filters() != null) {
            visitor.accept(assign.filters());
          }
          expressions(assign.body(), visitor);
        }
        case Stmt.With with -> {
          with.values().forEach(visitor);
          expressions(with.body(), visitor);
        }
        case Stmt.FilterBlock block -> {
          visitor.accept(block.filters());
          expressions(block.body(), visitor);
        }
        case Stmt.Macro macro -> {
          macro.parameters().defaults().forEach(visitor);
          expressions(macro.body(), visitor);
        }
        case Stmt.CallBlock block -> {
          visitor.accept(block.call());
          block.parameters().defaults().forEach(visitor);
          expressions(block.body(), visitor);
        }
        case Stmt.Scoped scoped -> expressions(scoped.body(), visitor);
      }
    }
  }

  /// Whether `body` reads `name` anywhere.
  static boolean mentions(List<Stmt> body, String name) {
    List<String> names = new ArrayList<>();
    expressions(body, expression -> names(expression, names));
    return names.contains(name);
  }
}
