package dev.godwit.cli.progress;

import dev.godwit.cli.terminal.StatusArea;
import dev.godwit.core.sync.SyncEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Lines that are redrawn in place.
final class LiveDisplay implements ProgressDisplay {
  /// Between two frames: at most ten a second.
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final StatusArea area;
  private final ProgressTally tally;
  private final Ticker ticker;

  LiveDisplay(StatusArea area, ProgressTally tally) {
    this.area = area;
    this.tally = tally;
    this.ticker = Ticker.start(PAUSE, this::draw);
  }

  @Override
  public void on(SyncEvent event) {
    tally.on(event);
  }

  private void draw() {
    List<String> lines = new ArrayList<>(Frame.lines(tally.now(), area.channel()));
    area.remark().map(text -> Frame.remark(text, area.channel())).ifPresent(lines::add);
    area.show(lines);
  }

  @Override
  public void close() {
    ticker.close();
    area.clear();
  }
}
