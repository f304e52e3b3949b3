package dev.godwit.mapping.internal.mask;

import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonPiece;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.mapping.internal.row.RowFailure;
import dev.godwit.mapping.rule.FieldPath;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Values in one form each: fields sorted by name, no white space, numbers and escapes in one way.
/// Goes over text once that is known to be JSON. For one thread; what needs no change of its
/// escapes costs no objects.
final class CanonicalJson {
  private final JsonBuffer target;
  private final SortedMembers members;
  private byte[] page = {};
  private @Nullable FieldPath field;

  /// @param target where to
  CanonicalJson(JsonBuffer target) {
    this.target = target;
    this.members = new SortedMembers(target);
  }

  /// Appends the canonical form of a value.
  ///
  /// @throws RowFailure for a number that is too long
  void write(byte[] otherPage, int start, FieldPath of) throws RowFailure {
    page = otherPage;
    field = of;
    members.clear();
    value(start);
  }

  /// @return where the value ends
  private int value(int at) throws RowFailure {
    return switch (page[at]) {
      case '{' -> object(at);
      case '[' -> array(at);
      case '"' -> text(at, false);
      case 't', 'n' -> copied(at, at + 4);
      case 'f' -> copied(at, at + 5);
      default -> number(at);
    };
  }

  private int copied(int start, int end) {
    target.add(page, start, end);
    return end;
  }

  private int object(int at) throws RowFailure {
    target.add((byte) '{');
    int base = members.open();
    int i = space(at + 1);
    while (page[i] != '}') {
      i = page[i] == ',' ? space(i + 1) : i;
      int member = members.key();
      i = text(i, true);
      members.value(member);
      target.add((byte) ':');
      i = space(value(space(space(i) + 1)));
      members.end(member);
    }
    members.close(base);
    target.add((byte) '}');
    return i + 1;
  }

  private int array(int at) throws RowFailure {
    target.add((byte) '[');
    int i = space(at + 1);
    while (page[i] != ']') {
      if (page[i] == ',') {
        target.add((byte) ',');
        i = space(i + 1);
      }
      i = space(value(i));
    }
    target.add((byte) ']');
    return i + 1;
  }

  private int text(int at, boolean key) {
    byte[] bytes = page;
    int i = at + 1;
    while (bytes[i] != '"' && bytes[i] != '\\' && bytes[i] >= 0) {
      i++;
    }
    if (bytes[i] == '"') {
      return copied(at, i + 1);
    }
    while (bytes[i] != '"') {
      i += bytes[i] == '\\' ? 2 : 1;
    }
    Object text =
        key ? JsonParser.LENIENT.parse(bytes, at, i + 1) : JsonPiece.read(bytes, at, i + 1);
    JsonWriter.write(text, target);
    return i + 1;
  }

  private int number(int at) throws RowFailure {
    int end = at;
    while (end < page.length && isDigitOrSign(page[end])) {
      end++;
    }
    if (end == at) {
      throw RowFailure.unexpected(Objects.requireNonNull(field), "a number that is finite");
    }
    CanonicalNumber.write(page, at, end, Objects.requireNonNull(field), target);
    return end;
  }

  private static boolean isDigitOrSign(byte b) {
    return (b >= '+' && b <= '9' && b != ',') || b == 'e' || b == 'E';
  }

  private int space(int at) {
    int i = at;
    while (page[i] <= ' ' && page[i] >= 0) {
      i++;
    }
    return i;
  }
}
