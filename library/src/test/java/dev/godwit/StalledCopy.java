package dev.godwit;

import dev.godwit.core.sync.SyncEvent;
import java.util.concurrent.CountDownLatch;

/// Copies until some rows were committed, and then waits to be killed.
final class StalledCopy {
  static final String COMMITTED = "committed";

  private StalledCopy() {}

  public static void main(String[] args) {
    CountDownLatch never = new CountDownLatch(1);
    Godwit.contents(args[0])
        .to(args[1])
        .sync(event -> {
          if (event instanceof SyncEvent.Committed) {
            System.out.println(COMMITTED);
            await(never);
          }
        });
  }

  private static void await(CountDownLatch never) {
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
