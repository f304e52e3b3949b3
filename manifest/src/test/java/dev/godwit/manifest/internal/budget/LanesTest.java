package dev.godwit.manifest.internal.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LanesTest {
  private static void answers(Lanes lanes, int number, boolean tooMuch)
      throws InterruptedException {
    for (int i = 0; i < number; i++) {
      lanes.leave(lanes.enter(), tooMuch);
    }
  }

  @Test
  void complaintsHalveTheLanesDownToOne() throws InterruptedException {
    Lanes lanes = new Lanes(9);
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      answers(lanes, 1, true);
      open.add(lanes.open());
    }
    assertThat(open).containsExactly(4, 2, 1, 1, 1);
  }

  @Test
  void complaintsAboutTheSameBurstCountOnce() throws InterruptedException {
    Lanes lanes = new Lanes(8);
    List<Long> burst = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      burst.add(lanes.enter());
    }
    burst.forEach(entered -> lanes.leave(entered, true));
    assertThat(lanes.open()).isEqualTo(4);
  }

  @Test
  void goodAnswersOpenThemAgainButNeverMoreThanAtFirst() throws InterruptedException {
    Lanes lanes = new Lanes(4);
    answers(lanes, 2, true);
    assertThat(lanes.open()).isEqualTo(1);
    answers(lanes, 1, false);
    assertThat(lanes.open()).isEqualTo(2);
    answers(lanes, 2, false);
    assertThat(lanes.open()).isEqualTo(3);
    answers(lanes, 100, false);
    assertThat(lanes.open()).isEqualTo(4);
  }

  @Test
  void noMoreAreOnTheirWayThanThereAreLanes() throws InterruptedException {
    Lanes lanes = new Lanes(3);
    AtomicInteger under = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                try {
                  for (int n = 0; n < 50; n++) {
                    long entered = lanes.enter();
                    most.accumulateAndGet(under.incrementAndGet(), Math::max);
                    under.decrementAndGet();
                    lanes.leave(entered, n % 7 == 0);
                  }
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(most).hasValueBetween(1, 3);
  }
}
