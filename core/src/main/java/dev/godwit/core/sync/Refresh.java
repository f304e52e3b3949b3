package dev.godwit.core.sync;

/// Whether streams are read from their beginning although they could go on from a state.
public enum Refresh {
  /// Streams go on where they are.
  NONE,
  /// Everything is read again and joins the rows that are there.
  MERGE,
  /// Everything is read again and takes the place of the rows that are there once the stream is
  /// complete.
  TRUNCATE
}
