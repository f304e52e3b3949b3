package dev.godwit.manifest.internal.request;

import dev.godwit.core.Pause;
import dev.godwit.core.Traffic;
import dev.godwit.manifest.internal.http.ByteCounter;
import dev.godwit.manifest.internal.retry.RetryLoop;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Counts what the requests of one reading cost, and tells when the API makes it wait. Thread-safe.
public final class Meter implements RetryLoop.Waits, ByteCounter {
  private static final ScopedValue<Meter> CURRENT = ScopedValue.newInstance();

  private final LongAdder requests = new LongAdder();
  private final LongAdder retries = new LongAdder();
  private final LongAdder wireBytes = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder waitedNanos = new LongAdder();
  private volatile Runnable onRateLimit = () -> {};
  private volatile Consumer<Pause> onPause = pause -> {};

  /// Has `listener` run, on the thread that waits, whenever the API's limits make requests wait.
  public void onRateLimit(Runnable listener) {
    onRateLimit = listener;
  }

  /// Has `listener` hear of each wait when it begins, on the thread that waits.
  public void onPause(Consumer<Pause> listener) {
    onPause = listener;
  }

  /// Counts what a component somewhere else has sent on its behalf, by this thread.
  public <T> T during(Supplier<T> call) {
    return ScopedValue.where(CURRENT, this).call(call::get);
  }

  /// What counts for the call that this thread is in; a new one where nothing does.
  public static Meter current() {
    return CURRENT.isBound() ? CURRENT.get() : new Meter();
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
    onRateLimit.run();
    pause(new Pause(Pause.Reason.RATE_LIMIT, time));
  }

  @Override
  public void rateLimited() {
    onRateLimit.run();
  }

  @Override
  public void waits(Pause pause) {
    retries.increment();
    pause(pause);
  }

  private void pause(Pause pause) {
    waitedNanos.add(pause.time().toNanos());
    onPause.accept(pause);
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
