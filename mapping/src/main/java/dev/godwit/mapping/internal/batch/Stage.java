package dev.godwit.mapping.internal.batch;

import dev.godwit.mapping.internal.sql.SqlExpression;
import dev.godwit.mapping.internal.step.RowStep;
import dev.godwit.mapping.rule.OnFailure;
import java.util.List;
import java.util.function.Supplier;

/// Rules that go through a batch together. Immutable; safe for many threads.
public sealed interface Stage {
  /// Rules that see one row after the other.
  record Rows(List<Part> parts) implements Stage {
    public Rows {
      parts = List.copyOf(parts);
    }
  }

  /// A field computed of each row.
  ///
  /// @param rule the rule in words
  record Compute(String rule, String field, SqlExpression expression) implements Stage {}

  /// Something that has to be true of each row.
  record Check(String rule, SqlExpression expression, OnFailure onFailure) implements Stage {}

  /// One rule of several.
  ///
  /// @param rule the rule in words
  /// @param step makes what applies the rule, for one thread
  record Part(String rule, Supplier<RowStep> step) {}
}
