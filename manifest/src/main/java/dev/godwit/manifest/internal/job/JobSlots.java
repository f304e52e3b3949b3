package dev.godwit.manifest.internal.job;

import dev.godwit.core.log.Log;
import dev.godwit.manifest.internal.template.Scope;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// How many jobs may be under way at the API at once, over all streams of a source. Thread-safe.
public final class JobSlots {
  private final Semaphore free;

  private JobSlots(int most) {
    free = new Semaphore(most);
  }

  /// One job at a time.
  public static JobSlots single() {
    return new JobSlots(1);
  }

  /// As many as a manifest says. As in the reference, what is no positive number counts as one.
  ///
  /// @param most a number, a template of one, or null
  /// @param scope holds no configuration: the reference evaluates the template without
  public static JobSlots of(@Nullable Object most, Scope scope, Log log) {
    if (most == null) {
      return single();
    }
    Long number = WholeNumber.of(most, scope);
    if (number == null || number < 1) {
      log.warn("max_concurrent_async_job_count is no positive number; one job runs at a time.");
      return single();
    }
    return new JobSlots((int) Math.min(number, Integer.MAX_VALUE));
  }

  /// Takes a slot if one is free.
  boolean take() {
    return free.tryAcquire();
  }

  void give() {
    free.release();
  }
}
