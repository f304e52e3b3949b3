package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.Arithmetic;
import dev.godwit.manifest.internal.python.Ordering;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An expression as it was parsed.
sealed interface Expr {
  record Constant(@Nullable Object value) implements Expr {}

  record Name(String name) implements Expr {}

  record Attribute(Expr target, String name) implements Expr {}

  record Item(Expr target, Expr key) implements Expr {}

  /// A slice; a part left out is the constant None.
  record Part(Expr start, Expr stop, Expr step) implements Expr {}

  record ListOf(List<Expr> items) implements Expr {}

  record TupleOf(List<Expr> items) implements Expr {}

  record DictOf(List<Pair> pairs) implements Expr {}

  record Negate(Expr value) implements Expr {}

  record Positive(Expr value) implements Expr {}

  record Arithmetical(Arithmetic.Operator operator, Expr left, Expr right) implements Expr {}

  record Concat(List<Expr> parts) implements Expr {}

  record Compare(Expr first, List<Operand> operands) implements Expr {}

  record And(Expr left, Expr right) implements Expr {}

  record Or(Expr left, Expr right) implements Expr {}

  record Not(Expr value) implements Expr {}

  /// `then if test else otherwise`; without `else` the value is undefined.
  record Conditional(Expr test, Expr then, @Nullable Expr otherwise) implements Expr {}

  record Call(Expr target, Passed arguments) implements Expr {}

  /// `target | name(arguments)`; the target of a filter block is what the block prints, and null
  /// here.
  record Filter(@Nullable Expr target, String name, Passed arguments, int line) implements Expr {}

  record Test(Expr target, String name, Passed arguments, int line) implements Expr {}

  record Pair(Expr key, Expr value) {}

  /// One comparison of a chain.
  record Operand(Comparison comparison, Expr value) {}

  /// How two values are compared.
  sealed interface Comparison {
    record Equal(boolean negated) implements Comparison {}

    record In(boolean negated) implements Comparison {}

    record Ordered(Ordering.Operator operator) implements Comparison {}
  }

  /// The arguments of a call as written.
  ///
  /// @param star `*values`
  /// @param doubleStar `**values`
  record Passed(
      List<Expr> positional, List<Named> named, @Nullable Expr star, @Nullable Expr doubleStar) {
    static final Passed NOTHING = new Passed(List.of(), List.of(), null, null);

    /// Every expression among them.
    List<Expr> all() {
      List<Expr> all = new ArrayList<>(positional);
      named.forEach(each -> all.add(each.value()));
      Collections.addAll(all, star == null ? new Expr[0] : new Expr[] {star});
      Collections.addAll(all, doubleStar == null ? new Expr[0] : new Expr[] {doubleStar});
      return all;
    }
  }

  record Named(String name, Expr value) {}
}
