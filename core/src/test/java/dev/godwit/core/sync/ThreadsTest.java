package dev.godwit.core.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ThreadsTest {
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();

  private void waitForEver() throws InterruptedException {
    begun.incrementAndGet();
    try {
      new CountDownLatch(1).await();
    } finally {
      ended.incrementAndGet();
    }
  }

  private void linger() {
    begun.incrementAndGet();
    for (int i = 0; i < 100; i++) {
      Sync.letOthersRun();
    }
    ended.incrementAndGet();
  }

  @Test
  void closingInterruptsAndWaits() {
    try (Threads threads = new Threads()) {
      threads.start("one", this::waitForEver);
      threads.start("two", this::waitForEver);
    }
    assertThat(begun).hasValue(2);
    assertThat(ended).hasValue(2);
  }

  @Test
  void aThreadThatIsStartedAfterTheInterruptIsInterruptedToo() {
    try (Threads threads = new Threads()) {
      threads.interrupt();
      threads.start("late", this::waitForEver);
    }
    assertThat(ended).hasValue(1);
  }

  @Test
  void closingWaitsForThreadsThatDyingThreadsStart() {
    for (int round = 0; round < 200; round++) {
      try (Threads threads = new Threads()) {
        threads.start("parent", () -> startAtTheLastMoment(threads));
      }
      assertThat(ended).hasValue(2 * (round + 1));
    }
  }

  private void startAtTheLastMoment(Threads threads) {
    try {
      waitForEver();
    } catch (InterruptedException e) {
      threads.start("child", this::linger);
    }
  }

  @Test
  void closingWaitsEvenWhereTheCloserIsInterrupted() {
    for (int round = 0; round < 50; round++) {
      Threads threads = new Threads();
      threads.start("lingering", this::linger);
      Thread.currentThread().interrupt();
      threads.close();
      assertThat(Thread.interrupted()).isTrue();
      assertThat(ended).hasValue(round + 1);
    }
  }

  @Test
  void threadsAreNamedAndVirtual() {
    try (Threads threads = new Threads()) {
      Thread thread = threads.start("slice 7", () -> {});
      assertThat(thread.getName()).isEqualTo("slice 7");
      assertThat(thread.isVirtual()).isTrue();
    }
  }
}
