package dev.godwit.mapping.internal.batch;

import dev.godwit.core.JsonRows;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonBuffer;
import dev.godwit.mapping.internal.row.Hidden;
import dev.godwit.mapping.internal.row.Retained;
import dev.godwit.mapping.internal.row.Row;
import dev.godwit.mapping.internal.row.RowFailure;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What of a row may be stored though rules could not be applied to it: the source's row without
/// the fields that any rule hides. For one thread.
final class SafeRow {
  private final Row row = new Row();
  private final List<Hidden> hidden;
  private final List<Retained> kept;

  SafeRow(Program program) {
    hidden = program.hidden().stream().map(Hidden::new).toList();
    kept = program.kept().stream().map(Retained::new).toList();
  }

  /// The row as JSON; an empty object where it cannot be told what is what in it.
  byte[] of(JsonRows batch, int source) {
    try {
      row.read(batch.page(), batch.start(source), batch.end(source));
      for (Retained fields : kept) {
        fields.apply(row);
      }
      for (Hidden field : hidden) {
        field.remove(row);
      }
      JsonBuffer target = new JsonBuffer(batch.end(source) - batch.start(source) + 16);
      row.write(target);
      return target.toBytes();
    } catch (RowFailure | GodwitException e) {
      return "{}".getBytes(StandardCharsets.US_ASCII);
    }
  }
}
