package dev.godwit.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.SampleSync;
import dev.godwit.cli.progress.StreamProgress.Phase;
import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.Pause;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.Traffic;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.sync.StreamReport;
import dev.godwit.core.sync.SyncEvent;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTallyTest {
  private static final StreamName CUSTOMERS = StreamName.of("customers");

  private final AtomicLong nanoTime = new AtomicLong(1_000);
  private final SyncPlan plan = SampleSync.plan("customers", "orders");
  private final ProgressTally tally = new ProgressTally(plan, nanoTime::get);

  @Test
  void knowsAllStreamsFromTheBeginning() {
    assertThat(tally.now().streams())
        .extracting(StreamProgress::stream)
        .containsExactly("customers", "orders");
    assertThat(tally.now().active()).isEmpty();
    assertThat(tally.now().over()).isZero();
  }

  @Test
  void addsRowsUpAndTakesTrafficAsItStands() {
    start();
    tally.on(new SyncEvent.RowsRead(CUSTOMERS, 100, 5_000, traffic(1)));
    tally.on(new SyncEvent.RowsRead(CUSTOMERS, 50, 2_500, traffic(2)));

    assertThat(tally.now().rows()).isEqualTo(150);
    assertThat(tally.now().traffic()).isEqualTo(traffic(2));
    assertThat(customers().phase()).isEqualTo(Phase.READING);
  }

  @Test
  void measuresAStreamFromItsStartToItsEnd() {
    pass(Duration.ofSeconds(5));
    start();
    pass(Duration.ofSeconds(2));
    assertThat(customers().elapsed()).isEqualTo(Duration.ofSeconds(2));

    tally.on(new SyncEvent.ReadingEnded(CUSTOMERS, Extent.COMPLETE));
    assertThat(customers().phase()).isEqualTo(Phase.COMMITTING);

    StreamReport report = SampleSync.report(plan, 0, 150, traffic(3), null);
    tally.on(new SyncEvent.StreamEnded(CUSTOMERS, report, null));
    pass(Duration.ofSeconds(4));

    assertThat(customers().phase()).isEqualTo(Phase.DONE);
    assertThat(customers().elapsed()).isEqualTo(Duration.ofSeconds(2));
    assertThat(tally.now().elapsed()).isEqualTo(Duration.ofSeconds(11));
    assertThat(tally.now().over()).isEqualTo(1);
  }

  @Test
  void knowsTheRateOfTheLastTenSeconds() {
    start();
    read(300, 1);
    pass(Duration.ofSeconds(3));
    assertThat(customers().rate()).isEqualTo(100);

    pass(Duration.ofSeconds(7));
    read(1_000, 2);
    assertThat(customers().rate()).isEqualTo(1_000 / 9);

    pass(Duration.ofMinutes(5));
    assertThat(customers().rate()).isZero();
  }

  @Test
  void countsFromTheLastCheckpoint() {
    start();
    assertThat(customers().checkpointAge()).isNull();

    tally.on(new SyncEvent.Committed(CUSTOMERS, 70));
    pass(Duration.ofSeconds(3));
    tally.on(new SyncEvent.Committed(CUSTOMERS, 30));
    pass(Duration.ofSeconds(2));

    assertThat(customers().checkpointAge()).isEqualTo(Duration.ofSeconds(2));
    assertThat(customers().committed()).isEqualTo(100);
  }

  @Test
  void knowsWhatIsLeftOfTheLongestPause() {
    start();
    pause(Pause.Reason.RATE_LIMIT, 60);
    pause(Pause.Reason.RETRY, 1);
    pass(Duration.ofSeconds(10));

    assertThat(customers().pause())
        .isEqualTo(new Pause(Pause.Reason.RATE_LIMIT, Duration.ofSeconds(50)));
    assertThat(tally.now().traffic()).isEqualTo(traffic(1));

    pass(Duration.ofSeconds(50));
    assertThat(customers().pause()).isNull();
  }

  @Test
  void newsThatComesLateTakesNothingBack() {
    start();
    read(10, 5);
    pause(Pause.Reason.RETRY, 1);

    assertThat(tally.now().traffic()).isEqualTo(traffic(5));
  }

  @Test
  void remembersWhatWentWrong() {
    GodwitException error = GodwitException.transientError("http.timeout", "No answer.");
    start();
    tally.on(new SyncEvent.SliceFailed(CUSTOMERS, error));
    assertThat(customers().error()).isSameAs(error);
    assertThat(customers().phase()).isEqualTo(Phase.READING);

    StreamReport report = SampleSync.report(plan, 0, 0, traffic(1), error);
    tally.on(new SyncEvent.StreamEnded(CUSTOMERS, report, error));

    assertThat(customers().phase()).isEqualTo(Phase.FAILED);
  }

  private void start() {
    tally.on(new SyncEvent.StreamStarted(CUSTOMERS));
  }

  private void read(int rows, long requests) {
    tally.on(new SyncEvent.RowsRead(CUSTOMERS, rows, rows * 50L, traffic(requests)));
  }

  private void pause(Pause.Reason reason, long seconds) {
    Pause pause = new Pause(reason, Duration.ofSeconds(seconds));
    tally.on(new SyncEvent.Paused(CUSTOMERS, pause, traffic(1)));
  }

  private void pass(Duration time) {
    nanoTime.addAndGet(time.toNanos());
  }

  private StreamProgress customers() {
    return tally.now().streams().getFirst();
  }

  private static Traffic traffic(long requests) {
    return new Traffic(requests, 0, requests * 100, requests * 1_000, Duration.ZERO);
  }
}
