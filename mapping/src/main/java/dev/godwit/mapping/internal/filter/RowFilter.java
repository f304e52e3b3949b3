package dev.godwit.mapping.internal.filter;

import dev.godwit.mapping.internal.row.Row;
import dev.godwit.mapping.internal.row.RowFailure;
import dev.godwit.mapping.rule.FieldPath;
import java.util.function.Predicate;

/// Tells which rows a filter keeps. For one thread.
public final class RowFilter {
  private final RowTest test;

  /// @param required whether rows must have a field; one that they need not have is null where it
  ///   is missing
  public RowFilter(Condition condition, Predicate<FieldPath> required) {
    this.test = RowTest.compile(condition, required);
  }

  /// Whether the filter is true of a row; false also where that is unknown.
  public boolean keeps(Row row) throws RowFailure {
    return test.of(row) == Verdict.TRUE;
  }
}
