package dev.godwit.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.ParsedJson;
import dev.godwit.cli.SampleSync;
import dev.godwit.cli.terminal.Channel;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.Traffic;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.sync.StreamReport;
import dev.godwit.core.sync.SyncReport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SyncReportsTest {
  private final GodwitException error =
      GodwitException.transientError("http.connect", "Nobody answers at shop.example.")
          .at(Place.stream("orders"))
          .hint("Is the address right?");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Channel channel =
      Channel.plain(new PrintStream(printed, true, StandardCharsets.UTF_8));
  private final SyncPlan plan = SampleSync.plan("customers", "orders");

  @Test
  void showsWhatEachStreamMovedAndWhatIsGuaranteed() {
    SyncTable.print(report(new Traffic(2, 0, 1_024, 4_096, Duration.ZERO), null), channel);

    assertThat(text())
        .isEqualTo(
            """
            stream      rows  requests  received  unpacked  seconds  written       result
            ─────────  ─────  ────────  ────────  ────────  ───────  ────────────  ──────
            customers  1,000        11     64 kB    512 kB      1.2  append-dedup  done
            orders        12         2    1.0 kB    4.1 kB      1.2  append-dedup  done
            ─────────  ─────  ────────  ────────  ────────  ───────  ────────────  ──────
            total      1,012        13     65 kB    516 kB      2.5

            customers: incremental, all rows from the beginning; the next sync begins at the beginning.
            orders: incremental, all rows from the beginning; the next sync begins at the beginning.
            Delivery is exactly once: rows and state are stored in one step, so nothing is lost and nothing is doubled.
            """);
  }

  @Test
  void tellsHowLongTheApiKeptItWaiting() {
    SyncTable.print(report(new Traffic(9, 2, 10, 10, Duration.ofSeconds(4)), null), channel);

    assertThat(text())
        .contains(
            "\n"
                + "2 requests sent again after errors or limits, after 4.0 s of waiting in"
                + " parallel.\n");
  }

  @Test
  void tellsWaitsForDeclaredLimitsToo() {
    SyncTable.print(report(new Traffic(9, 0, 10, 10, Duration.ofSeconds(4)), null), channel);

    assertThat(text()).contains("\nRequests waited 4.0 s for declared limits, in parallel.\n");
  }

  @Test
  void listsWarningsBelowTheirStream() {
    StreamReport orders = SampleSync.report(plan, 0, 10, Traffic.NONE, null);
    SyncReport report =
        new SyncReport(
            SampleSync.plan("customers"),
            List.of(SampleSync.with(orders, 1, "the table had 1,000 rows and has 10 now")),
            Duration.ofSeconds(1));
    SyncTable.print(report, channel);

    assertThat(text())
        .contains("\ncustomers: ")
        .contains("\n  warning: the table had 1,000 rows and has 10 now\n");
    assertThat(
            ParsedJson.of(JsonWriter.text(SyncJson.of(report, false)))
                .objects("streams")
                .getFirst()
                .value("warnings"))
        .isEqualTo(List.of("the table had 1,000 rows and has 10 now"));
  }

  @Test
  void namesTheStreamThatFailedAndWhatToTry() {
    SyncReport report = report(Traffic.NONE, error);
    SyncTable.print(report, channel);
    SyncTable.printFailures(report, channel);

    assertThat(text())
        .contains("failed")
        .endsWith(
            """
            ✗ stream orders: Nobody answers at shop.example. [http.connect]
              Is the address right?
            """);
  }

  @Test
  void tellsACancellationOnce() {
    SyncReport report =
        new SyncReport(plan, List.of(cancelled(0), cancelled(1)), Duration.ofSeconds(1));
    SyncTable.print(report, channel);
    SyncTable.printFailures(report, channel);

    assertThat(text())
        .contains("append-dedup  cancelled")
        .endsWith("\n✗ The sync was cancelled.\n  Run it again.\n")
        .containsOnlyOnce("Run it again.");
  }

  private StreamReport cancelled(int stream) {
    GodwitException cancellation =
        GodwitException.transientError("sync.cancelled", "The sync was cancelled.")
            .hint("Run it again.")
            .at(Place.stream("orders"));
    return SampleSync.report(plan, stream, 0, Traffic.NONE, cancellation);
  }

  @Test
  void writesTheSameAsJson() {
    ParsedJson json =
        ParsedJson.of(JsonWriter.text(SyncJson.of(report(Traffic.NONE, error), true)));

    assertThat(json.value("succeeded")).isEqualTo(false);
    assertThat(json.value("cancelled")).isEqualTo(true);
    assertThat(json.value("rows_read")).isEqualTo(1_012L);
    assertThat(json.value("rows_committed")).isEqualTo(1_000L);
    assertThat(json.value("wire_bytes")).isEqualTo(64_000L);
    assertThat(json.value("delivery")).isEqualTo("exactly once");
    ParsedJson customers = json.objects("streams").getFirst();
    assertThat(customers.value("rows_committed")).isEqualTo(1_000L);
    assertThat(customers.value("requests")).isEqualTo(11L);
    assertThat(customers.value("seconds")).isEqualTo(1.234);
    assertThat(customers.has("error")).isFalse();
    ParsedJson orders = json.objects("streams").getLast();
    assertThat(orders.object("error").value("place")).isEqualTo("stream orders");
    assertThat(orders.object("error").value("hint")).isEqualTo("Is the address right?");
  }

  private SyncReport report(Traffic orders, @Nullable GodwitException e) {
    Traffic customers = new Traffic(11, 0, 64_000, 512_000, Duration.ZERO);
    return new SyncReport(
        plan,
        List.of(
            SampleSync.report(plan, 0, 1_000, customers, null),
            SampleSync.report(plan, 1, 12, orders, e)),
        Duration.ofMillis(2_468));
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
