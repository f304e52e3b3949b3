package dev.godwit.core.sync;

import static dev.godwit.core.sync.SliceScript.batch;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BackPressureTest {
  private static final int BATCH = 1 << 20;
  private static final int BATCHES = 64;

  /// The queue's 8 MiB, the batch that waits for room, and the one that is being written.
  private static final long MOST = (8 + 2) * (long) (BATCH + 100);

  private final AtomicLong delivered = new AtomicLong();
  private final AtomicReference<@Nullable Thread> reader = new AtomicReference<>();
  private long written;
  private long mostInFlight;

  /// Writes nothing before the reader has ended or is held back.
  private void writeSlowly(long bytes) {
    Thread thread = Objects.requireNonNull(reader.get());
    while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
      Sync.letOthersRun();
    }
    mostInFlight = Math.max(mostInFlight, delivered.get() - written);
    written += bytes;
  }

  @Test
  void aReaderThatIsFasterThanItsWriterIsHeldBack() {
    MemoryDestination destination =
        MemoryDestination.committingEachSlice().whenAppending(batch -> writeSlowly(batch.bytes()));
    SliceScript fast =
        (slice, call) -> {
          reader.set(Thread.currentThread());
          if (call == BATCHES) {
            return null;
          }
          delivered.addAndGet(BATCH);
          return batch(slice, call, 1, BATCH);
        };
    SyncReport report = Sync.run(new MemorySource(1, MemoryStream.of("a", fast)), destination);
    assertThat(report.rowsCommitted()).isEqualTo(BATCHES);
    assertThat(mostInFlight).isBetween(8L * BATCH, MOST);
  }
}
