package dev.godwit.cli.sync;

import dev.godwit.OpenSync;
import dev.godwit.SyncBuilder;
import dev.godwit.cli.progress.ProgressDisplay;
import dev.godwit.cli.terminal.StatusArea;
import dev.godwit.core.sync.SyncReport;
import java.util.function.Consumer;

/// Runs a sync with a display of its progress. Ctrl-C ends it in good order.
///
/// @param area where progress is shown
/// @param kind what progress is shown
public record WatchedSync(StatusArea area, ProgressDisplay.Kind kind) {
  /// What came out.
  ///
  /// @param cancelled whether somebody ended the run
  public record Outcome(SyncReport report, boolean cancelled) {}

  /// Runs to the end or to the cancellation. Source and destination are closed before `result`
  /// hears of the outcome, and the process does not end before `result` has returned.
  public Outcome run(SyncBuilder sync, Consumer<Outcome> result) {
    try (StopSignal signal = StopSignal.listen()) {
      Outcome outcome = run(sync, signal);
      result.accept(outcome);
      return outcome;
    }
  }

  private Outcome run(SyncBuilder sync, StopSignal signal) {
    try (OpenSync open = sync.open()) {
      signal.onStop(open::cancel);
      try (ProgressDisplay display = ProgressDisplay.open(kind, area, open.plan())) {
        SyncReport report = open.run(display);
        return new Outcome(report, open.isCancelled());
      }
    }
  }
}
