package dev.godwit.cli.report;

import dev.godwit.cli.terminal.Amounts;
import dev.godwit.core.CursorRange;
import dev.godwit.core.RowCounts;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.sync.StreamReport;
import org.jspecify.annotations.Nullable;

/// In a sentence, how a stream was read, why it has as many rows as it has, and where the next sync
/// begins.
final class StreamSummary {
  private final StreamReport report;
  private final @Nullable CursorRange again;
  private final boolean incremental;
  private final boolean replaces;
  private final @Nullable StreamState before;
  private final @Nullable StreamState after;

  private StreamSummary(StreamReport report) {
    this.report = report;
    this.again = report.plan().range();
    this.incremental = report.plan().stream().syncMode() == SyncMode.INCREMENTAL;
    this.replaces = report.plan().generation().replaces();
    this.before = report.plan().state();
    this.after = report.stateAfter();
  }

  static String of(StreamReport report) {
    StreamSummary summary = new StreamSummary(report);
    String rows = report.succeeded() ? summary.rows() : summary.whatIsLeft();
    return summary.mode()
        + ", "
        + rows
        + summary.leftOut()
        + summary.attempts()
        + "; "
        + summary.next()
        + ".";
  }

  private String mode() {
    if (again != null) {
      return "back-fill " + again.describe();
    }
    return incremental && !replaces ? "incremental" : "full refresh";
  }

  private String rows() {
    boolean none = report.rowsRead() == 0;
    if (replaces && before != null) {
      return "the rest of what an earlier sync began, from "
          + StateText.of(before)
          + ", in place of any rows before";
    }
    if (replaces) {
      return (none ? "the API has no rows" : "all rows") + ", in place of any before";
    }
    if (again != null) {
      return none ? "the API has no rows" : before == null ? "all rows" : "the rest of the rows";
    }
    if (before != null) {
      return (none ? "nothing new since " : "new and changed rows since ") + StateText.of(before);
    }
    return none ? "the API has no rows" : "all rows from the beginning";
  }

  private String leftOut() {
    RowCounts rows = report.rows();
    return leftOut(rows.filtered(), "filtered")
        + leftOut(rows.quarantined(), "in quarantine")
        + leftOut(rows.discarded(), "discarded");
  }

  private static String leftOut(long rows, String how) {
    return rows == 0 ? "" : ", " + Amounts.count(rows, "row") + " " + how;
  }

  private String attempts() {
    return report.attempts() > 1 ? ", in " + report.attempts() + " attempts" : "";
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
    if (again != null) {
      return report.succeeded()
          ? "the place to go on from stays"
          : "the same command goes on where this one stopped";
    }
    if (replaces && !report.succeeded()) {
      return after == null
          ? "the rows before stay"
          : "the rows before stay, and the next sync goes on from " + StateText.of(after);
    }
    if (!incremental) {
      return "the next sync reads all again";
    }
    if (after == null) {
      return "the next sync begins at the beginning";
    }
    return after.equals(before)
        ? "the next sync begins where this one did"
        : "the next sync goes on from " + StateText.of(after);
  }
}
