package dev.godwit.destinations.internal.rowfile;

/// Counts lines.
final class LineCounter implements RowCounter {
  private final boolean quotes;
  private boolean inQuotes;
  private long rows;

  /// @param quotes whether lines may go on inside quotes; a doubled quote opens and closes none
  LineCounter(boolean quotes) {
    this.quotes = quotes;
  }

  @Override
  public void look(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      byte b = bytes[i];
      if (b == '\n' && !inQuotes) {
        rows++;
      } else if (b == '"' && quotes) {
        inQuotes = !inQuotes;
      }
    }
  }

  @Override
  public long rows() {
    return rows;
  }
}
