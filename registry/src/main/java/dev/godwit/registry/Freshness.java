package dev.godwit.registry;

/// How old the registry's list may be.
public enum Freshness {
  /// A day at most.
  OF_TODAY,
  /// The registry is asked whether there is a newer one.
  NEWEST
}
