package dev.godwit.core.sync;

import static dev.godwit.core.sync.SliceScript.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Mapped;
import dev.godwit.core.Slice;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.queue.ByteQueue;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class ByteQueueTest {
  private static final Slice SLICE = new Slice(StreamName.of("a"), 0, Map.of(), Map.of(), Map.of());

  private final ByteQueue<Signal> queue = new ByteQueue<>(1_000, Signal::bytes);

  private static Signal rows(int bytes) {
    JsonRows batch = batch(SLICE, 0, 1, bytes - 21);
    return Signal.Rows.of(batch, Mapped.all(batch));
  }

  private Signal take() throws InterruptedException {
    return Objects.requireNonNull(queue.take(ByteQueue.FOREVER));
  }

  private Thread putting(Signal signal) {
    Thread thread =
        Thread.ofVirtual()
            .start(
                new FutureTask<>(() -> {
                  queue.put(signal);
                  return true;
                }));
    while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
      Sync.letOthersRun();
    }
    return thread;
  }

  @Test
  void signalsComeOutInTheOrderInWhichTheyWentIn() throws InterruptedException {
    Signal first = rows(100);
    Signal second = new Signal.SliceEnded(SLICE, 1);
    queue.put(first);
    queue.put(second);
    assertThat(take()).isSameAs(first);
    assertThat(take()).isSameAs(second);
  }

  @Test
  void rowsBeyondTheLimitWaitForRoom() throws InterruptedException {
    queue.put(rows(600));
    Thread waiting = putting(rows(600));
    assertThat(waiting.isAlive()).isTrue();
    take();
    waiting.join();
    assertThat(take().bytes()).isEqualTo(600);
  }

  @Test
  void rowsUpToTheLimitDoNotWait() throws InterruptedException {
    queue.put(rows(600));
    queue.put(rows(400));
    assertThat(take().bytes() + take().bytes()).isEqualTo(1_000);
  }

  @Test
  void aBatchLargerThanTheLimitPassesAlone() throws InterruptedException {
    queue.put(rows(5_000));
    assertThat(take().bytes()).isEqualTo(5_000);
  }

  @Test
  void signalsWithoutRowsNeverWait() throws InterruptedException {
    queue.put(rows(1_000));
    queue.put(new Signal.SliceEnded(SLICE, 1));
    assertThat(take().bytes()).isEqualTo(1_000);
    assertThat(take()).isInstanceOf(Signal.SliceEnded.class);
  }

  @Test
  void patienceEnds() throws InterruptedException {
    assertThat(queue.take(0)).isNull();
    assertThat(queue.take(1_000)).isNull();
  }

  @Test
  void nothingCanBePutOnceTheWriterHasGone() {
    queue.close();
    assertThatThrownBy(() -> queue.put(rows(100))).isInstanceOf(InterruptedException.class);
    assertThat(queue.isClosed()).isTrue();
  }

  @Test
  void closingReleasesThoseWhoWait() throws InterruptedException {
    queue.put(rows(1_000));
    Thread waiting = putting(rows(1_000));
    queue.close();
    waiting.join();
    assertThat(waiting.isAlive()).isFalse();
  }
}
