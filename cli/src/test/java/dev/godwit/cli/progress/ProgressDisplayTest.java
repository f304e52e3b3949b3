package dev.godwit.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.ParsedJson;
import dev.godwit.cli.SampleSync;
import dev.godwit.cli.progress.ProgressDisplay.Kind;
import dev.godwit.cli.terminal.Channel;
import dev.godwit.cli.terminal.StatusArea;
import dev.godwit.cli.terminal.Style;
import dev.godwit.core.Pause;
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
    EventDisplay display = new EventDisplay(plain(), new ProgressTally(plan, nanoTime::get));
    GodwitException error =
        GodwitException.transientError("http.timeout", "No answer.").hint("Try again.");

    display.on(new SyncEvent.StreamStarted(ORDERS));
    display.on(new SyncEvent.RateLimited(ORDERS));
    display.on(paused(Duration.ofMillis(200)));
    display.on(paused(Duration.ofSeconds(2)));
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
            "paused",
            "rows_read",
            "rows_read",
            "slice_failed",
            "committed",
            "stream_ended");
    assertThat(events).allMatch(event -> event.value("stream").equals("orders"));
    assertThat(events.get(2).value("rows")).isEqualTo(10L);
    assertThat(events.get(3).value("rows")).isEqualTo(60L);
    assertThat(events.get(4).object("error").values())
        .isEqualTo(
            ParsedJson.of(
                    """
                    {"kind": "transient", "code": "http.timeout", "message": "No answer.",
                     "hint": "Try again."}
                    """)
                .values());
    assertThat(events.get(1).value("reason")).isEqualTo("rate_limit");
    assertThat(events.get(1).value("pause_seconds")).isEqualTo(2.0);
    assertThat(events.get(3).value("wire_bytes")).isEqualTo(4L);
    assertThat(events.get(3).value("response_bytes")).isEqualTo(9L);
    assertThat(events.getLast().value("succeeded")).isEqualTo(true);
    assertThat(events.getLast().value("seconds")).isEqualTo(1.0);
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

    try (ProgressDisplay display = ProgressDisplay.open(Kind.AUTO, area, plan)) {
      display.on(new SyncEvent.StreamStarted(ORDERS));
      drawn.await();
    }

    assertThat(text()).contains("0 of 1 stream done").endsWith("A\r\u001b[J");
  }

  @Test
  void doesNotDrawWhereNobodyWatches() {
    try (ProgressDisplay display = ProgressDisplay.open(Kind.AUTO, plain(), plan)) {
      display.on(new SyncEvent.StreamStarted(ORDERS));
      assertThat(display).isInstanceOf(PlainDisplay.class);
    }

    assertThat(text()).doesNotContain("\u001b");
  }

  @Test
  void tellsWhatMattersInLinesThatStay() {
    GodwitException error = GodwitException.system("x", "HTTP 500\u001b[2J");
    try (ProgressDisplay display = ProgressDisplay.open(Kind.PLAIN, plain(), plan)) {
      display.on(new SyncEvent.StreamStarted(ORDERS));
      display.on(rows(10));
      display.on(paused(Duration.ofMillis(4_900)));
      display.on(paused(Duration.ofSeconds(90)));
      display.on(new SyncEvent.SliceFailed(ORDERS, error));
      display.on(new SyncEvent.Committed(ORDERS, 10));
      display.on(
          new SyncEvent.StreamEnded(
              ORDERS, SampleSync.report(plan, 0, 10, Traffic.NONE, error), error));
    }

    assertThat(text())
        .isEqualTo(
            """
            orders: started
            orders: waits 1 min 30 s for the rate limit
            orders: a slice failed: HTTP 500\\u001b[2J
            orders: failed, 0 rows, 0 requests, 1.2 s
            """);
  }

  @Test
  void staysSilentWhereItIsTold() {
    try (ProgressDisplay display = ProgressDisplay.open(Kind.NONE, plain(), plan)) {
      display.on(new SyncEvent.StreamStarted(ORDERS));
    }

    assertThat(text()).isEmpty();
  }

  private static SyncEvent paused(Duration time) {
    return new SyncEvent.Paused(
        ORDERS, new Pause(Pause.Reason.RATE_LIMIT, time), new Traffic(1, 0, 4, 9, time));
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
