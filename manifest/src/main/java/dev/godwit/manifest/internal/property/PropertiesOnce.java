package dev.godwit.manifest.internal.property;

import dev.godwit.manifest.internal.request.Meter;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Names that are fetched once, for all slices of a stream. Thread-safe: who comes second waits.
public final class PropertiesOnce implements PropertyNames {
  private final PropertyNames origin;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable List<String> names;

  public PropertiesOnce(PropertyNames origin) {
    this.origin = origin;
  }

  @Override
  public List<String> all(Meter meter) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      List<String> known = names == null ? List.copyOf(origin.all(meter)) : names;
      names = known;
      return known;
    } finally {
      lock.unlock();
    }
  }
}
