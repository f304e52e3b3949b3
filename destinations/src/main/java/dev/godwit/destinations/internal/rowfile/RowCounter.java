package dev.godwit.destinations.internal.rowfile;

/// Counts the rows in bytes that go by. For one thread.
public interface RowCounter {
  /// Looks at the next bytes.
  void look(byte[] bytes, int length);

  /// How many rows have ended.
  long rows();

  /// Rows that end with a line.
  static RowCounter ofLines() {
    return new LineCounter(false);
  }

  /// Rows that end with a line, but for lines inside quotes.
  static RowCounter ofQuotedLines() {
    return new LineCounter(true);
  }

  /// Rows in blocks of Avro.
  static RowCounter ofBlocks() {
    return new BlockCounter();
  }
}
