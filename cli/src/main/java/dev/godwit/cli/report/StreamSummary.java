package dev.godwit.cli.report;

import dev.godwit.cli.terminal.Amounts;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.sync.StreamReport;
import org.jspecify.annotations.Nullable;

/// In a sentence, how a stream was read, why it has as many rows as it has, and where the next sync
/// begins.
final class StreamSummary {
  private final StreamReport report;
  private final boolean incremental;
  private final @Nullable StreamState before;
  private final @Nullable StreamState after;

  private StreamSummary(StreamReport report) {
    this.report = report;
    this.incremental = report.plan().stream().syncMode() == SyncMode.INCREMENTAL;
    this.before = report.plan().state();
    this.after = report.stateAfter();
  }

  static String of(StreamReport report) {
    StreamSummary summary = new StreamSummary(report);
    String mode = summary.incremental ? "incremental" : "full refresh";
    String rows = report.succeeded() ? summary.rows() : summary.whatIsLeft();
    return mode + ", " + rows + "; " + summary.next() + ".";
  }

  private String rows() {
    boolean none = report.rowsRead() == 0;
    if (incremental && before != null) {
      return (none ? "nothing new since " : "new and changed rows since ") + StateText.of(before);
    }
    if (incremental) {
      return none ? "the API has no rows" : "all rows from the beginning";
    }
    boolean replaces = report.plan().stream().writeMode().replacesAll();
    String rows = none ? "the API has no rows" : "all rows";
    return replaces ? rows + " in place of those before" : rows;
  }

  /// Of a stream that failed.
  private String whatIsLeft() {
    return report.rowsRead() == 0
        ? "no rows were read"
        : "%s read, %s of them stored"
            .formatted(
                Amounts.count(report.rowsRead(), "row"), Amounts.count(report.rowsCommitted()));
  }

  private String next() {
    if (!incremental && report.succeeded()) {
      return "the next full refresh reads all again";
    }
    if (after == null) {
      return "the next sync begins at the beginning";
    }
    return after.equals(before)
        ? "the next sync begins where this one did"
        : "the next sync goes on from " + StateText.of(after);
  }
}
