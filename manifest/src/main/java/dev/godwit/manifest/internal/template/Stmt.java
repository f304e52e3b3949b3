package dev.godwit.manifest.internal.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement as it was parsed.
sealed interface Stmt {
  record Text(String text) implements Stmt {}

  record Print(Expr value) implements Stmt {}

  record If(List<Branch> branches, List<Stmt> otherwise) implements Stmt {}

  record For(
      Target target,
      Expr items,
      @Nullable Expr filter,
      List<Stmt> body,
      List<Stmt> otherwise,
      boolean recursive)
      implements Stmt {}

  record Assign(Target target, Expr value) implements Stmt {}

  /// `{% set x | filters %}…{% endset %}`; without filters `filters` is null.
  record AssignBlock(Target target, Expr.@Nullable Filter filters, List<Stmt> body)
      implements Stmt {}

  record With(List<Target> targets, List<Expr> values, List<Stmt> body) implements Stmt {}

  record FilterBlock(Expr.Filter filters, List<Stmt> body) implements Stmt {}

  record Macro(String name, Parameters parameters, List<Stmt> body) implements Stmt {}

  record CallBlock(Expr.Call call, Parameters parameters, List<Stmt> body) implements Stmt {}

  /// A body with a scope of its own.
  record Scoped(List<Stmt> body) implements Stmt {}

  /// A statement that loads another template, which manifests cannot have.
  record Load(List<String> names) implements Stmt {}

  record Branch(Expr test, List<Stmt> body) {}

  /// The parameters of a macro; the last `defaults.size()` of the names have defaults.
  record Parameters(List<String> names, List<Expr> defaults) {
    static final Parameters NONE = new Parameters(List.of(), List.of());
  }

  /// What an assignment or loop writes to.
  sealed interface Target {
    record Name(String name) implements Target {}

    record Attribute(String namespace, String name) implements Target {}

    record Unpack(List<Target> targets) implements Target {}
  }
}
