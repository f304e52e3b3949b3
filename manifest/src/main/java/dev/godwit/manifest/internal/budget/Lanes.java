package dev.godwit.manifest.internal.budget;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// How many requests may be on their way at once. Half as many when the API says that it is too
/// much, and one more again after as many good answers as there are lanes; never more than at
/// first. Thread-safe.
final class Lanes {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition freed = lock.newCondition();
  private final int most;
  private int open;
  private int taken;
  private int goodAnswers;
  private long narrowings;

  Lanes(int most) {
    this.most = most;
    this.open = most;
  }

  /// Waits for a lane.
  ///
  /// @return what {@link #leave} wants to know
  long enter() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (taken >= open) {
        freed.await();
      }
      taken++;
      return narrowings;
    } finally {
      lock.unlock();
    }
  }

  /// Gives the lane back without having used it.
  void leave() {
    lock.lock();
    try {
      taken--;
      freed.signal();
    } finally {
      lock.unlock();
    }
  }

  /// Gives the lane back. Requests that were on their way together narrow the road only once.
  ///
  /// @param entered what {@link #enter} gave
  void leave(long entered, boolean tooMuch) {
    lock.lock();
    try {
      taken--;
      if (tooMuch) {
        narrow(entered);
      } else if (open < most && ++goodAnswers >= open) {
        open++;
        goodAnswers = 0;
      }
      freed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void narrow(long entered) {
    goodAnswers = 0;
    if (entered == narrowings) {
      open = Math.max(1, open / 2);
      narrowings++;
    }
  }

  int open() {
    lock.lock();
    try {
      return open;
    } finally {
      lock.unlock();
    }
  }
}
