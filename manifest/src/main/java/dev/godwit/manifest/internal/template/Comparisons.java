package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.Equality;
import dev.godwit.manifest.internal.python.Iteration;
import dev.godwit.manifest.internal.python.Ordering;
import org.jspecify.annotations.Nullable;

/// Comparisons and chains of them.
final class Comparisons {
  /// One comparison of two values.
  interface Check {
    boolean holds(@Nullable Object left, @Nullable Object right);
  }

  private Comparisons() {}

  static Check of(Expr.Comparison comparison) {
    return switch (comparison) {
      case Expr.Comparison.Equal equal ->
          (left, right) -> Equality.equal(left, right) != equal.negated();
      case Expr.Comparison.In in ->
          (left, right) -> Iteration.contains(right, left) != in.negated();
      case Expr.Comparison.Ordered ordered ->
          (left, right) -> Ordering.test(ordered.operator(), left, right);
    };
  }

  static Node chain(Node first, Check[] checks, Node[] others) {
    if (checks.length == 1) {
      Check check = checks[0];
      Node other = others[0];
      return frame -> {
        Object left = first.eval(frame);
        return check.holds(left, other.eval(frame));
      };
    }
    return frame -> {
      Object left = first.eval(frame);
      for (int i = 0; i < checks.length; i++) {
        Object right = others[i].eval(frame);
        if (!checks[i].holds(left, right)) {
          return false;
        }
        left = right;
      }
      return true;
    };
  }
}
