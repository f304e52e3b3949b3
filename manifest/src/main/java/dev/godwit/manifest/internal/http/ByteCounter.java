package dev.godwit.manifest.internal.http;

/// Hears how much of a body has come.
@FunctionalInterface
public interface ByteCounter {
  /// More of the body has come.
  ///
  /// @param wire bytes as they came over the wire
  /// @param plain bytes with all encodings undone; those that a decoder still holds back come later
  void received(long wire, long plain);
}
