package dev.godwit.cli.progress;

import dev.godwit.cli.terminal.StatusArea;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.sync.SyncListener;
import java.util.Locale;

/// Shows a run while it lasts: a listener to hand to the run, closed when the run is over.
public sealed interface ProgressDisplay extends SyncListener, AutoCloseable
    permits LiveDisplay, PlainDisplay, EventDisplay, NoDisplay {
  /// What to show.
  enum Kind {
    /// LIVE where a person watches, else PLAIN.
    AUTO,
    /// Lines that are redrawn.
    LIVE,
    /// Lines that stay.
    PLAIN,
    /// One JSON object a line.
    JSON,
    NONE;

    /// As users write it.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Opens a display on the channel of `area`.
  static ProgressDisplay open(Kind kind, StatusArea area, SyncPlan plan) {
    ProgressTally tally = new ProgressTally(plan, System::nanoTime);
    return switch (kind) {
      case AUTO -> open(area.channel().live() ? Kind.LIVE : Kind.PLAIN, area, plan);
      case LIVE -> new LiveDisplay(area, tally);
      case PLAIN -> new PlainDisplay(area, tally);
      case JSON -> new EventDisplay(area, tally);
      case NONE -> new NoDisplay();
    };
  }

  /// Stops showing; nothing of the display is drawn afterwards.
  @Override
  void close();
}
