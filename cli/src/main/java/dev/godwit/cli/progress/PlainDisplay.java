package dev.godwit.cli.progress;

import dev.godwit.cli.terminal.StatusArea;
import dev.godwit.core.sync.SyncEvent;
import java.time.Duration;

/// A line every few seconds, for logs and pipes.
final class PlainDisplay implements ProgressDisplay {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final ProgressTally tally;
  private final Ticker ticker;

  PlainDisplay(StatusArea area, ProgressTally tally) {
    this.tally = tally;
    this.ticker = Ticker.start(PAUSE, () -> area.say(Frame.totals(tally.now(), area.channel())));
  }

  @Override
  public void on(SyncEvent event) {
    tally.on(event);
  }

  @Override
  public void close() {
    ticker.close();
  }
}
