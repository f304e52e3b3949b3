package dev.godwit.manifest.internal.decode;

import java.io.IOException;
import java.io.Reader;
import java.util.List;

/// Reads rows by the rules of Python's `csv` module: fields may stand in double quotes, a quote in
/// them is doubled, text after the closing quote still counts, and a file may end inside quotes.
/// `\r` and `\r\n` count as `\n`, also inside quotes. For one thread.
final class CsvReader implements AutoCloseable {
  private static final int END = -1;

  private enum State {
    ROW_START,
    FIELD_START,
    IN_FIELD,
    IN_QUOTES,
    AFTER_QUOTE
  }

  private final Reader reader;
  private final int delimiter;
  private final char[] chars = new char[8192];
  private final StringBuilder field = new StringBuilder();
  private int position;
  private int filled;
  private boolean afterReturn;
  private boolean openQuotes;
  private boolean blank;

  /// @param delimiter a code point
  CsvReader(Reader reader, int delimiter) {
    this.reader = reader;
    this.delimiter = delimiter;
  }

  /// Reads the fields of the next row; none for an empty line.
  ///
  /// @param row emptied first
  /// @return whether there was a row
  boolean next(List<String> row) throws IOException {
    row.clear();
    field.setLength(0);
    blank = true;
    State state = State.ROW_START;
    while (true) {
      if (state == State.IN_FIELD || state == State.IN_QUOTES) {
        takePlain(state == State.IN_QUOTES ? '"' : delimiter);
      }
      int c = read();
      if (c == END && state == State.ROW_START) {
        return false;
      }
      if (c == END || (c == '\n' && state != State.IN_QUOTES)) {
        openQuotes = state == State.IN_QUOTES;
        if (state != State.ROW_START) {
          save(row);
        }
        return true;
      }
      blank &= c == ' ' || c == '\t';
      state =
          switch (state) {
            case ROW_START, FIELD_START -> c == '"' ? State.IN_QUOTES : plain(c, row);
            case IN_FIELD -> plain(c, row);
            case IN_QUOTES -> c == '"' ? State.AFTER_QUOTE : keep(c, State.IN_QUOTES);
            case AFTER_QUOTE -> c == '"' ? keep(c, State.IN_QUOTES) : plain(c, row);
          };
    }
  }

  /// Whether the row that was read last ends with the file, inside quotes.
  boolean endedInQuotes() {
    return openQuotes;
  }

  /// Whether the row that was read last is nothing but spaces and tabs.
  boolean wasBlank() {
    return blank;
  }

  private State plain(int c, List<String> row) {
    if (c == delimiter) {
      save(row);
      return State.FIELD_START;
    }
    return keep(c, State.IN_FIELD);
  }

  private State keep(int c, State next) {
    requireRoom();
    field.appendCodePoint(c);
    return next;
  }

  private void requireRoom() {
    if (field.length() > Undecodable.LONGEST) {
      throw Undecodable.tooLong();
    }
  }

  /// Takes what lies in memory up to the next character with a meaning.
  ///
  /// @param end ends the field, besides the ends of lines
  private void takePlain(int end) {
    int i = position;
    while (i < filled && !hasMeaning(chars[i], end)) {
      blank &= chars[i] == ' ' || chars[i] == '\t';
      i++;
    }
    if (i > position) {
      requireRoom();
      field.append(chars, position, i - position);
      position = i;
      afterReturn = false;
    }
  }

  private static boolean hasMeaning(char c, int end) {
    return c == end || c == '\n' || c == '\r' || Character.isSurrogate(c);
  }

  private void save(List<String> row) {
    row.add(field.toString());
    field.setLength(0);
  }

  private int read() throws IOException {
    int c = unit();
    if (afterReturn) {
      afterReturn = false;
      c = c == '\n' ? unit() : c;
    }
    if (c == '\r') {
      afterReturn = true;
      return '\n';
    }
    if (c >= Character.MIN_HIGH_SURROGATE && c <= Character.MAX_HIGH_SURROGATE) {
      return Character.toCodePoint((char) c, (char) unit());
    }
    return c;
  }

  private int unit() throws IOException {
    if (position == filled) {
      filled = Math.max(0, reader.read(chars, 0, chars.length));
      position = 0;
      if (filled == 0) {
        return END;
      }
    }
    return chars[position++];
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
