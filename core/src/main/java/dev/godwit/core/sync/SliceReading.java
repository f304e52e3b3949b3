package dev.godwit.core.sync;

import dev.godwit.core.RecordBatch;
import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.core.StreamReader;
import dev.godwit.core.error.Place;
import dev.godwit.core.queue.ByteQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The reading side of one stream: a thread that makes slices, and a thread a slice that reads and
/// maps it, never more at once than there are permits.
final class SliceReading {
  private final StreamReader reader;
  private final Mappers mappers;
  private final ByteQueue<Signal> queue;
  private final Semaphore permits;
  private final Threads threads;
  private final AtomicLong left;
  private final Phaser open = new Phaser(1);
  private volatile boolean queued;

  /// @param limit how many rows are read at most
  SliceReading(
      StreamReader reader,
      long limit,
      Mappers mappers,
      ByteQueue<Signal> queue,
      Semaphore permits,
      Threads threads) {
    this.reader = reader;
    this.left = new AtomicLong(limit);
    this.mappers = mappers;
    this.queue = queue;
    this.permits = permits;
    this.threads = threads;
  }

  /// Starts reading and returns at once; the queue's last signal is the end.
  void start() {
    threads.start("slices", this::makeSlices);
  }

  private void makeSlices() throws InterruptedException {
    long made = 0;
    boolean madeAll = false;
    try {
      for (Slice slice = next(); slice != null; slice = next()) {
        Slice current = slice;
        acquire();
        made++;
        open.register();
        threads.start("slice " + current.number(), () -> read(current));
      }
      madeAll = true;
    } catch (Throwable e) {
      queue.put(new Signal.SliceFailed(Failures.asGodwit(e)));
    } finally {
      open.arriveAndDeregister();
      awaitReaders();
      queue.put(new Signal.End(made, madeAll));
    }
  }

  private void acquire() throws InterruptedException {
    queued = true;
    permits.acquire();
    queued = false;
  }

  /// Whether nothing is read because other streams have all permits.
  boolean waitsForTurn() {
    return queued && open.getRegisteredParties() == 1;
  }

  private @Nullable Slice next() throws InterruptedException {
    return queue.isClosed() || left.get() <= 0 ? null : reader.nextSlice();
  }

  /// The phaser terminates when the last slice has ended.
  private void awaitReaders() throws InterruptedException {
    if (!open.isTerminated()) {
      open.awaitAdvanceInterruptibly(0);
    }
  }

  private void read(Slice slice) throws InterruptedException {
    try {
      queue.put(outcome(slice));
    } finally {
      permits.release();
      open.arriveAndDeregister();
    }
  }

  private Signal outcome(Slice slice) throws InterruptedException {
    try (SliceReader rows = reader.open(slice)) {
      long count = 0;
      RecordBatch batch = left.get() > 0 ? rows.next() : null;
      while (batch != null) {
        RecordBatch wanted = upToLimit(batch);
        if (wanted == null) {
          break;
        }
        count += wanted.rows();
        queue.put(Signal.Rows.of(wanted, mappers.map(wanted)));
        batch = left.get() > 0 ? rows.next() : null;
      }
      return new Signal.SliceEnded(slice, count);
    } catch (Throwable e) {
      return new Signal.SliceFailed(Failures.asGodwit(e).at(placeOf(slice)));
    }
  }

  /// The rows of a batch that may still be read; null when there are none.
  private @Nullable RecordBatch upToLimit(RecordBatch batch) {
    long before = left.getAndAdd(-batch.rows());
    if (before >= batch.rows()) {
      return batch;
    }
    return before <= 0 ? null : batch.first(Math.toIntExact(before));
  }

  private static Place placeOf(Slice slice) {
    @Nullable String words = slice.describe().isEmpty() ? null : slice.describe();
    return new Place(null, slice.stream().toString(), words, null, null, 0, 0, null);
  }
}
