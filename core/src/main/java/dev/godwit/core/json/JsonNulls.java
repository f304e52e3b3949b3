package dev.godwit.core.json;

import dev.godwit.core.error.GodwitException;

/// Finds and leaves out the fields of a row whose value is null; the Airbyte protocol carries rows
/// without them. Nulls deeper inside a row stay. It allocates nothing per row. For one thread.
public final class JsonNulls {
  private final JsonMembers members = new JsonMembers();

  /// Whether the JSON object between two positions has a field that is null.
  ///
  /// @throws GodwitException SYSTEM `json.syntax` when the text is not a JSON object
  public boolean present(byte[] page, int start, int end) {
    boolean found = false;
    members.open(page, start, end);
    while (members.next()) {
      found |= page[members.start()] == 'n';
    }
    return found;
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
