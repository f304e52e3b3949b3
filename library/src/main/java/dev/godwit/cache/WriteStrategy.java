package dev.godwit.cache;

/// How rows that are read join those that a cache has.
public enum WriteStrategy {
  /// The strategy that suits each stream: rows of a stream with a key are merged, changes without
  /// one are appended, and a stream that is read whole is replaced.
  AUTO,
  /// Every row is added; none changes or goes.
  APPEND,
  /// Everything is read from the beginning, and takes the place of what is there once the stream is
  /// complete.
  REPLACE,
  /// The newest row of each primary key is kept; none goes.
  MERGE
}
