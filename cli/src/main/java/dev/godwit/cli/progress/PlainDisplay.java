package dev.godwit.cli.progress;

import dev.godwit.cli.terminal.StatusArea;
import dev.godwit.core.sync.SyncEvent;
import java.time.Duration;

/// A line for each event that matters, and how far all has come every few seconds, for logs and
/// pipes.
final class PlainDisplay implements ProgressDisplay {
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final StatusArea area;
  private final ProgressTally tally;
  private final Ticker ticker;

  PlainDisplay(StatusArea area, ProgressTally tally) {
    this.area = area;
    this.tally = tally;
    this.ticker = Ticker.start(PAUSE, this::tell);
  }

  @Override
  public void on(SyncEvent event) {
    tally.on(event);
    EventText.line(event).ifPresent(area::say);
  }

  private void tell() {
    Frame.lines(tally.now(), area.channel()).forEach(area::say);
  }

  @Override
  public void close() {
    ticker.close();
  }
}
