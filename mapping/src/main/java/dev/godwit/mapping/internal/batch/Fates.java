package dev.godwit.mapping.internal.batch;

import dev.godwit.core.JsonRows;
import dev.godwit.core.RejectedRow;
import dev.godwit.core.error.GodwitException;
import dev.godwit.mapping.internal.row.RowFailure;
import dev.godwit.mapping.rule.OnFailure;
import java.util.ArrayList;
import java.util.List;

/// What becomes of the rows of a batch that do not go on. For one thread.
final class Fates {
  private final JsonRows batch;
  private final OnFailure usual;
  private final SafeRow safe;
  private final List<RejectedRow> rejected = new ArrayList<>();
  private long filtered;

  Fates(JsonRows batch, OnFailure usual, SafeRow safe) {
    this.batch = batch;
    this.usual = usual;
    this.safe = safe;
  }

  /// A rule left a row out.
  void filter() {
    filtered++;
  }

  /// A rule could not be applied to a row.
  ///
  /// @param source the row in the batch
  /// @throws GodwitException CONTRACT with the failure's code where rows that fail stop the stream
  void fail(int source, String rule, RowFailure failure) {
    fail(source, rule, failure, usual);
  }

  void fail(int source, String rule, RowFailure failure, OnFailure onFailure) {
    String message = rule + ": " + failure.message() + ".";
    switch (onFailure) {
      case STOP ->
          throw GodwitException.contract(failure.code(), message)
              .hint(
                  "Nothing of this batch was passed on. Correct the rule, or set on_failure:"
                      + " quarantine to put such rows aside.");
      case QUARANTINE ->
          rejected.add(
              new RejectedRow(
                  batch.slice(),
                  safe.of(batch, source),
                  failure.code(),
                  message,
                  failure.field() == null ? null : failure.field().toString(),
                  batch.emittedAt()));
      case DROP -> filtered++;
    }
  }

  long filtered() {
    return filtered;
  }

  List<RejectedRow> rejected() {
    return rejected;
  }
}
