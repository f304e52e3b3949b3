package dev.godwit.manifest.internal.request;

import dev.godwit.core.Traffic;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/// Counts what requests cost. Thread-safe.
public final class Meter {
  private final LongAdder requests = new LongAdder();
  private final LongAdder retries = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder waitedNanos = new LongAdder();

  void sent() {
    requests.increment();
  }

  void received(long bodyBytes) {
    bytes.add(bodyBytes);
  }

  void waited(Duration time) {
    retries.increment();
    waitedNanos.add(time.toNanos());
  }

  public Traffic total() {
    return new Traffic(
        requests.sum(), retries.sum(), bytes.sum(), Duration.ofNanos(waitedNanos.sum()));
  }
}
