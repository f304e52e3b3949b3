package dev.godwit.manifest.internal.http;

/// How much of an answer is taken in.
public final class Limits {
  /// The most bytes of a body that is held in memory, decompressed. Bodies that are read as streams
  /// have no such limit.
  public static final int BODY_BYTES = 512 << 20;

  /// A body may grow to this size whatever it was compressed from; beyond it, {@link #RATIO}
  /// counts.
  static final long FREE_BYTES = 64L << 20;

  /// The most bytes that one received byte may stand for. Real data stays below 100, and bombs come
  /// close to 1,000 with gzip, far beyond it with others.
  static final int RATIO = 500;

  /// The most bytes of one header with its name, as in the reference.
  static final int HEADER_BYTES = 64 << 10;

  /// The most headers of an answer. The reference takes 100.
  static final int HEADERS = 1_000;

  private Limits() {}
}
