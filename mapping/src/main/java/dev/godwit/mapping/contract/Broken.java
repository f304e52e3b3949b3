package dev.godwit.mapping.contract;

import java.util.Arrays;

/// Which checks a row breaks. Reused from row to row; for one thread.
final class Broken {
  private final boolean[] broken;
  private boolean any;

  Broken(int checks) {
    broken = new boolean[checks];
  }

  void clear() {
    if (any) {
      Arrays.fill(broken, false);
      any = false;
    }
  }

  void add(int check) {
    broken[check] = true;
    any = true;
  }

  boolean any() {
    return any;
  }

  boolean has(int check) {
    return broken[check];
  }
}
