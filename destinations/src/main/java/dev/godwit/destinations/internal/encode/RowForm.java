package dev.godwit.destinations.internal.encode;

import dev.godwit.core.json.JsonBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How rows lie in bytes: the columns that every table has, in the order of {@link
/// dev.godwit.destinations.internal.table.TableShape#OWN_COLUMNS}, then those of a shape. For one
/// thread.
public interface RowForm {
  /// Begins a batch.
  ///
  /// @param emittedAt when its rows were read, in milliseconds since 1970
  /// @return where its rows go; what lies there may be taken back
  JsonBuffer begin(long emittedAt);

  /// Begins a row.
  ///
  /// @param changes that were made to fit it; none for most
  void beginRow(List<?> changes);

  /// Copies a column's value, which is not null, out of the page that it came in.
  ///
  /// @return false where it may not fit; the row then begins anew
  boolean copy(int column, byte[] page, int start, int end);

  /// Writes a column's value that was made to fit.
  void write(int column, @Nullable Object value);

  void endRow();

  /// Ends the batch.
  ///
  /// @return all of it; good until the next one begins
  JsonBuffer end(int rows);
}
