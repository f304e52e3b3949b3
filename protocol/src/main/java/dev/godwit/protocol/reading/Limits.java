package dev.godwit.protocol.reading;

/// How much a reader of messages keeps in memory.
///
/// @param page bytes that are read at once and that rows lie in
/// @param line the longest message, in bytes; a longer one is an error
/// @param text bytes that are kept of a line that is no message
public record Limits(int page, int line, int text) {
  /// Pages that the JVM's collector does not take for huge ones, and messages that are larger than
  /// any row a database would take.
  public static final Limits DEFAULT = new Limits(1 << 18, 1 << 26, 1 << 16);

  public Limits {
    if (text < 16 || page < 2 * text || line < page) {
      throw new IllegalArgumentException("16 <= text <= page / 2 and page <= line must hold");
    }
  }
}
