package dev.godwit.manifest.internal.retry;

/// What became of credentials that were to be made anew.
public enum Renewal {
  RENEWED,
  /// They may be had later: the request is tried again with the old ones.
  FAILED,
  /// There is nothing that could be made anew.
  IMPOSSIBLE
}
