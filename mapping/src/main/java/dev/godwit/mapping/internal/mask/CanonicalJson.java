package dev.godwit.mapping.internal.mask;

import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonItems;
import dev.godwit.core.json.JsonMembers;
import dev.godwit.core.json.JsonPiece;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.mapping.internal.row.RowFailure;
import dev.godwit.mapping.rule.FieldPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Values in one form each: fields sorted by name, no white space, numbers and escapes in one way.
final class CanonicalJson {
  private CanonicalJson() {}

  private record Member(String key, int start, int end) {}

  static void write(byte[] page, int start, int end, FieldPath field, JsonBuffer target)
      throws RowFailure {
    switch (page[start]) {
      case '{' -> object(page, start, end, field, target);
      case '[' -> array(page, start, end, field, target);
      case '"' -> JsonWriter.write(JsonPiece.read(page, start, end), target);
      case 't', 'f', 'n' -> target.add(page, start, end);
      default -> CanonicalNumber.write(page, start, end, field, target);
    }
  }

  private static void object(byte[] page, int start, int end, FieldPath field, JsonBuffer target)
      throws RowFailure {
    List<Member> sorted = new ArrayList<>();
    JsonMembers members = new JsonMembers();
    members.open(page, start, end);
    while (members.next()) {
      sorted.add(new Member(members.key(), members.start(), members.end()));
    }
    sorted.sort(Comparator.comparing(Member::key));
    byte separator = '{';
    for (Member member : sorted) {
      target.add(separator);
      JsonWriter.write(member.key(), target);
      target.add((byte) ':');
      write(page, member.start(), member.end(), field, target);
      separator = ',';
    }
    close(separator, '{', '}', target);
  }

  private static void array(byte[] page, int start, int end, FieldPath field, JsonBuffer target)
      throws RowFailure {
    JsonItems items = new JsonItems();
    byte separator = '[';
    items.open(page, start, end);
    while (items.next()) {
      target.add(separator);
      write(page, items.start(), items.end(), field, target);
      separator = ',';
    }
    close(separator, '[', ']', target);
  }

  private static void close(byte separator, char opening, char closing, JsonBuffer target) {
    if (separator == opening) {
      target.add(separator);
    }
    target.add((byte) closing);
  }
}
