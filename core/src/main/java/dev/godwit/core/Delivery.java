package dev.godwit.core;

/// What a destination promises when a run is killed at any instant and started again.
public enum Delivery {
  /// Rows and state become durable in one step: nothing is lost, nothing is doubled.
  EXACTLY_ONCE("exactly once"),
  /// State becomes durable after its rows: nothing is lost, rows since the last checkpoint may come
  /// twice.
  AT_LEAST_ONCE("at least once");

  private final String words;

  Delivery(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
