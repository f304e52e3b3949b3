package dev.godwit.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.ParsedJson;
import dev.godwit.cli.SampleSync;
import dev.godwit.cli.terminal.Channel;
import dev.godwit.cli.terminal.StatusArea;
import dev.godwit.cli.terminal.Style;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.Traffic;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.sync.SyncEvent;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ProgressDisplayTest {
  private static final StreamName ORDERS = StreamName.of("orders");

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final SyncPlan plan = SampleSync.plan("orders");

  @Test
  void writesEventsAsJsonLines() {
    AtomicLong nanoTime = new AtomicLong();
    EventDisplay display = new EventDisplay(plain(), nanoTime::get);
    GodwitException error =
        GodwitException.transientError("http.timeout", "No answer.").hint("Try again.");

    display.on(new SyncEvent.StreamStarted(ORDERS));
    display.on(rows(10));
    display.on(rows(20));
    nanoTime.addAndGet(Duration.ofSeconds(1).toNanos());
    display.on(rows(30));
    display.on(new SyncEvent.SliceFailed(ORDERS, error));
    display.on(new SyncEvent.Committed(ORDERS, 60));
    display.on(
        new SyncEvent.StreamEnded(
            ORDERS, SampleSync.report(plan, 0, 60, Traffic.NONE, null), null));
    display.close();

    List<ParsedJson> events = text().lines().map(ParsedJson::of).toList();
    assertThat(events)
        .extracting(event -> event.value("event"))
        .containsExactly(
            "stream_started",
            "rows_read",
            "rows_read",
            "slice_failed",
            "committed",
            "stream_ended");
    assertThat(events).allMatch(event -> event.value("stream").equals("orders"));
    assertThat(events.get(1).value("rows")).isEqualTo(10L);
    assertThat(events.get(2).value("rows")).isEqualTo(60L);
    assertThat(events.get(3).object("error").values())
        .isEqualTo(
            ParsedJson.of(
                    """
                    {"kind": "transient", "code": "http.timeout", "message": "No answer.",
                     "hint": "Try again."}
                    """)
                .values());
    assertThat(events.getLast().value("succeeded")).isEqualTo(true);
  }

  @Test
  @Timeout(20)
  void drawsWhileTheRunLastsAndLeavesNothingBehind() throws Exception {
    CountDownLatch drawn = new CountDownLatch(1);
    OutputStream watched =
        new OutputStream() {
          @Override
          public void write(int b) {
            written.write(b);
          }

          @Override
          public void flush() {
            if (text().contains("orders")) {
              drawn.countDown();
            }
          }
        };
    StatusArea area =
        new StatusArea(
            new Channel(
                new PrintStream(watched, false, StandardCharsets.UTF_8), true, 80, Style.PLAIN));

    try (ProgressDisplay display = ProgressDisplay.open(ProgressDisplay.Kind.HUMAN, area, plan)) {
      display.on(new SyncEvent.StreamStarted(ORDERS));
      drawn.await();
    }

    assertThat(text()).contains("0 of 1 stream done").endsWith("A\r\u001b[J");
  }

  @Test
  void doesNotDrawWhereNobodyWatches() {
    try (ProgressDisplay display =
        ProgressDisplay.open(ProgressDisplay.Kind.HUMAN, plain(), plan)) {
      display.on(new SyncEvent.StreamStarted(ORDERS));
      assertThat(display).isInstanceOf(PlainDisplay.class);
    }

    assertThat(text()).doesNotContain("\u001b");
  }

  @Test
  void staysSilentWhereItIsTold() {
    try (ProgressDisplay display = ProgressDisplay.open(ProgressDisplay.Kind.NONE, plain(), plan)) {
      display.on(new SyncEvent.StreamStarted(ORDERS));
    }

    assertThat(text()).isEmpty();
  }

  private static SyncEvent rows(int rows) {
    return new SyncEvent.RowsRead(
        ORDERS, rows, 100L * rows, new Traffic(1, 0, 4, 9, Duration.ZERO));
  }

  private StatusArea plain() {
    return new StatusArea(Channel.plain(new PrintStream(written, true, StandardCharsets.UTF_8)));
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }
}
