package dev.godwit.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.progress.StreamProgress.Phase;
import dev.godwit.cli.terminal.Cells;
import dev.godwit.cli.terminal.Channel;
import dev.godwit.cli.terminal.Style;
import dev.godwit.core.Pause;
import dev.godwit.core.Traffic;
import dev.godwit.core.error.GodwitException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FrameTest {
  private static final Traffic TRAFFIC = new Traffic(12, 0, 123_456, 1_234_567, Duration.ZERO);

  @Test
  void showsALineForEachStreamThatIsReadAndTheTotals() {
    SyncProgress progress =
        progress(
            stream("customers", Phase.DONE, TRAFFIC, null),
            stream("orders", Phase.READING, TRAFFIC, null),
            stream("tags", Phase.WAITING, Traffic.NONE, null));

    assertThat(Frame.lines(progress, channel(100)))
        .containsExactly(
            "  orders  reading   1,000 rows     400/s     12 requests   123 kB",
            "  1 of 3 streams done · 2,000 rows · 400/s · 24 requests · 247 kB · 3.5 s");
  }

  @Test
  void tellsWhatWasSentAgainAndWhatFailed() {
    Traffic retried = new Traffic(12, 8, 123, 1_234, Duration.ofSeconds(16));
    GodwitException error = GodwitException.system("x", "HTTP 500\u001b[2J");

    assertThat(lines(160, stream("orders", Phase.READING, retried, null)).getFirst())
        .endsWith(" · 8 sent again · waited 16.0 s");
    assertThat(lines(160, stream("orders", Phase.READING, retried, error)).getFirst())
        .contains(" · a slice failed: HTTP 500\\u001b[2J · ");
  }

  @Test
  void tellsWhatIsWaitedForAndHowOldTheLastCheckpointIs() {
    Pause limit = new Pause(Pause.Reason.RATE_LIMIT, Duration.ofSeconds(12));
    Pause retry = new Pause(Pause.Reason.RETRY, Duration.ofMillis(1_500));

    assertThat(lines(160, paused(limit)).getFirst())
        .endsWith(" · waits 12.0 s for the rate limit · saved 3.0 s ago");
    assertThat(lines(160, paused(retry)).getFirst())
        .endsWith(" · tries again in 1.5 s · saved 3.0 s ago");
  }

  @Test
  void staysWithinTheTerminal() {
    String name = "a_stream_with_a_name_that_is_longer_than_most_terminals_are_wide".repeat(2);

    assertThat(lines(40, stream(name, Phase.READING, TRAFFIC, null)))
        .allMatch(line -> Cells.width(line) < 40);
  }

  @Test
  void countsStreamsBeyondTheFirstDozen() {
    StreamProgress[] many =
        IntStream.range(0, 30)
            .mapToObj(i -> stream("s" + i, Phase.READING, TRAFFIC, null))
            .toArray(StreamProgress[]::new);

    List<String> lines = lines(100, many);

    assertThat(lines).hasSize(14).contains("  and 18 more");
  }

  private static List<String> lines(int width, StreamProgress... streams) {
    return Frame.lines(progress(streams), channel(width));
  }

  private static SyncProgress progress(StreamProgress... streams) {
    return new SyncProgress(List.of(streams), Duration.ofMillis(3_500));
  }

  private static StreamProgress stream(
      String name, Phase phase, Traffic traffic, @Nullable GodwitException error) {
    long rows = phase == Phase.WAITING ? 0 : 1_000;
    long rate = phase == Phase.READING ? 400 : 0;
    return new StreamProgress(
        name,
        phase,
        rows,
        rows * 100,
        0,
        rate,
        traffic,
        Duration.ofMillis(2_500),
        null,
        null,
        error);
  }

  private static StreamProgress paused(Pause pause) {
    return new StreamProgress(
        "orders",
        Phase.READING,
        1_000,
        100_000,
        500,
        0,
        TRAFFIC,
        Duration.ofMillis(2_500),
        Duration.ofSeconds(3),
        pause,
        null);
  }

  private static Channel channel(int width) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return new Channel(nowhere, true, width, Style.PLAIN);
  }
}
