package dev.godwit.mapping.internal.filter;

import dev.godwit.core.json.JsonWriter;
import dev.godwit.mapping.internal.filter.Condition.Operand;
import dev.godwit.mapping.internal.row.Reach;
import dev.godwit.mapping.internal.row.Row;
import dev.godwit.mapping.internal.row.RowFailure;
import dev.godwit.mapping.internal.row.Slots;
import dev.godwit.mapping.rule.FieldPath;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One side of a comparison: a field or a literal, as JSON between two positions. For one thread.
final class Side {
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

  private final @Nullable Reach field;
  private byte[] page;
  private int start;
  private int end;

  private Side(@Nullable Reach field, byte[] literal) {
    this.field = field;
    this.page = literal;
    this.end = literal.length;
  }

  /// @param required whether rows must have a field
  static Side of(Operand operand, Predicate<FieldPath> required) {
    return switch (operand) {
      case Operand.Field(FieldPath path) -> of(path, required);
      case Operand.Text(String text) -> new Side(null, JsonWriter.bytes(text));
      case Operand.Flag(boolean flag) -> new Side(null, JsonWriter.bytes(flag));
      case Operand.Numeral(BigDecimal number) ->
          new Side(null, number.toString().getBytes(StandardCharsets.US_ASCII));
    };
  }

  static Side of(FieldPath path, Predicate<FieldPath> required) {
    return new Side(new Reach(path, required.test(path)), NULL);
  }

  /// Looks at a row.
  ///
  /// @return whether there is a value that is not null
  boolean read(Row row) throws RowFailure {
    if (field != null) {
      set(NULL, 0, NULL.length);
      field.forEach(row, this::take);
    }
    return page[start] != 'n';
  }

  private void take(Slots parent, int slot) {
    set(parent.page(slot), parent.start(slot), parent.end(slot));
  }

  private void set(byte[] source, int from, int to) {
    page = source;
    start = from;
    end = to;
  }

  byte[] page() {
    return page;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /// What kind of scalar it is: the first letter of `text`, `number` or `boolean`.
  ///
  /// @throws RowFailure for an object or array
  char kind() throws RowFailure {
    return switch (page[start]) {
      case '"' -> 't';
      case 't', 'f' -> 'b';
      case '{', '[' -> throw RowFailure.unexpected(path(), "a text, a number or a boolean");
      default -> 'n';
    };
  }

  /// The field; that of a literal has no meaning.
  FieldPath path() {
    return field == null ? FieldPath.parse("literal") : field.path();
  }

  boolean isField() {
    return field != null;
  }
}
