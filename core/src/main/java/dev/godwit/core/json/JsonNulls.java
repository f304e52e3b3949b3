package dev.godwit.core.json;

import dev.godwit.core.JsonRows;
import dev.godwit.core.error.GodwitException;

/// Finds and leaves out the fields of a row whose value is null; the Airbyte protocol carries rows
/// without them. Nulls deeper inside a row stay. It allocates nothing per row. For one thread.
public final class JsonNulls {
  private final JsonMembers members = new JsonMembers();

  /// Appends a row to `target` without the fields that are null. Rows whose nulls are known cost a
  /// copy; others are looked through.
  ///
  /// @throws GodwitException SYSTEM `json.syntax` when the row is not a JSON object
  public void copyWithout(JsonRows rows, int row, JsonBuffer target) {
    int firstNull = rows.firstNull(row);
    if (firstNull < 0) {
      copyWithout(rows.page(), rows.start(row), rows.end(row), target);
    } else if (firstNull == rows.nullEnd(row)) {
      target.add(rows.page(), rows.start(row), rows.end(row));
    } else {
      copyAround(rows, row, target);
    }
  }

  /// Copies what lies between the null fields, without the commas at the cuts.
  private static void copyAround(JsonRows rows, int row, JsonBuffer target) {
    byte[] page = rows.page();
    byte separator = '{';
    int from = rows.start(row) + 1;
    int end = rows.end(row) - 1;
    for (int i = rows.firstNull(row); i <= rows.nullEnd(row); i += 2) {
      boolean last = i == rows.nullEnd(row);
      int to = last ? end : rows.nulls()[i];
      int first = from < to && page[from] == ',' ? from + 1 : from;
      int after = !last && first < to ? to - 1 : to;
      if (first < after) {
        target.add(separator);
        target.add(page, first, after);
        separator = ',';
      }
      from = last ? end : rows.nulls()[i + 1];
    }
    if (separator == '{') {
      target.add(separator);
    }
    target.add((byte) '}');
  }

  /// Appends a row to `target` without the fields that are null, and without white space around its
  /// fields.
  ///
  /// @throws GodwitException SYSTEM `json.syntax` when the text is not a JSON object
  public void copyWithout(byte[] page, int start, int end, JsonBuffer target) {
    byte separator = '{';
    members.open(page, start, end);
    while (members.next()) {
      if (page[members.start()] != 'n') {
        target.add(separator);
        target.add(page, members.keyStart() - 1, members.keyEnd() + 1);
        target.add((byte) ':');
        target.add(page, members.start(), members.end());
        separator = ',';
      }
    }
    if (separator == '{') {
      target.add(separator);
    }
    target.add((byte) '}');
  }
}
