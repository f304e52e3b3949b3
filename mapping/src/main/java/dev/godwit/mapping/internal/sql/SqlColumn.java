package dev.godwit.mapping.internal.sql;

import dev.godwit.core.json.JsonKind;
import dev.godwit.core.json.JsonPiece;
import dev.godwit.mapping.internal.mask.CanonicalNumber;
import dev.godwit.mapping.internal.row.RowFailure;
import dev.godwit.mapping.rule.FieldPath;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A field that an expression reads.
record SqlColumn(String name, SqlType type) {
  String quoted() {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  FieldPath path() {
    return FieldPath.of(List.of(name));
  }

  /// A value of the field as text that DuckDB casts to its type; null for null.
  ///
  /// @throws RowFailure where the value is of a kind that the schema does not know
  @Nullable String text(byte[] page, int start, int end) throws RowFailure {
    byte first = page[start];
    JsonKind kind = JsonKind.of(first);
    if (kind == JsonKind.NULL) {
      return null;
    }
    if (!type.takes(kind)) {
      throw RowFailure.unexpected(path(), "of its type, " + type.sql());
    }
    if (type == SqlType.BIGINT && !CanonicalNumber.isPlain(page, start, end)) {
      return whole(CanonicalNumber.exact(page, start, end, path()));
    }
    return first == '"' && type != SqlType.JSON
        ? String.valueOf(JsonPiece.read(page, start, end))
        : new String(page, start, end - start, StandardCharsets.UTF_8);
  }

  private String whole(BigDecimal number) throws RowFailure {
    if (number.scale() > 0 && number.stripTrailingZeros().scale() > 0) {
      throw RowFailure.unexpected(path(), "a whole number");
    }
    if (number.precision() - number.scale() > 40) {
      throw RowFailure.unexpected(path(), "a whole number of 64 bits");
    }
    return number.toBigInteger().toString();
  }
}
