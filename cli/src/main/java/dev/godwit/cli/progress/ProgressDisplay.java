package dev.godwit.cli.progress;

import dev.godwit.cli.terminal.StatusArea;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.sync.SyncListener;

/// Shows a run while it lasts: a listener to hand to the run, closed when the run is over.
public sealed interface ProgressDisplay extends SyncListener, AutoCloseable
    permits LiveDisplay, PlainDisplay, EventDisplay, NoDisplay {
  /// What to show.
  enum Kind {
    /// Progress for people.
    HUMAN,
    /// One JSON object a line.
    EVENTS,
    NONE
  }

  /// Opens the display that suits the channel.
  static ProgressDisplay open(Kind kind, StatusArea area, SyncPlan plan) {
    return switch (kind) {
      case HUMAN -> {
        ProgressTally tally = new ProgressTally(plan, System::nanoTime);
        yield area.channel().live() ? new LiveDisplay(area, tally) : new PlainDisplay(area, tally);
      }
      case EVENTS -> new EventDisplay(area, System::nanoTime);
      case NONE -> new NoDisplay();
    };
  }

  /// Stops showing; nothing of the display is drawn afterwards.
  @Override
  void close();
}
