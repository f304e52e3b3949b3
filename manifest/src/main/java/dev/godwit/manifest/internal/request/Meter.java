package dev.godwit.manifest.internal.request;

import dev.godwit.core.Traffic;
import dev.godwit.manifest.internal.http.ByteCounter;
import dev.godwit.manifest.internal.retry.RetryLoop;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/// Counts what the requests of one reading cost, and tells when the API makes it wait. Thread-safe.
public final class Meter implements RetryLoop.Waits, ByteCounter {
  private final LongAdder requests = new LongAdder();
  private final LongAdder retries = new LongAdder();
  private final LongAdder wireBytes = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder waitedNanos = new LongAdder();
  private volatile Runnable onRateLimit = () -> {};

  /// Has `listener` run, on the thread that waits, whenever the API's limits make requests wait.
  public void onRateLimit(Runnable listener) {
    onRateLimit = listener;
  }

  void sent() {
    requests.increment();
  }

  @Override
  public void received(long wire, long plain) {
    wireBytes.add(wire);
    bytes.add(plain);
  }

  /// A declared budget makes a request wait.
  void limited(Duration time) {
    waitedNanos.add(time.toNanos());
    onRateLimit.run();
  }

  @Override
  public void rateLimited() {
    onRateLimit.run();
  }

  @Override
  public void waited(Duration time) {
    retries.increment();
    waitedNanos.add(time.toNanos());
  }

  public Traffic total() {
    return new Traffic(
        requests.sum(),
        retries.sum(),
        wireBytes.sum(),
        bytes.sum(),
        Duration.ofNanos(waitedNanos.sum()));
  }
}
