package dev.godwit.manifest.internal.record;

import dev.godwit.core.JsonRows;
import dev.godwit.core.RowFile;
import dev.godwit.core.json.JsonElements;
import dev.godwit.core.json.JsonParser;
import dev.godwit.manifest.internal.decode.Body;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes rows out of documents: extracts, filters, transforms, casts. Rows that none of this is
/// done to stay the bytes that the API sent. Thread-safe.
public final class RowSelector {
  private final Extraction extraction;
  private final Rewriting rewriting;
  private final @Nullable Footprint footprint;
  private final @Nullable Casting casting;
  private final @Nullable FileUpload upload;

  /// @param casting casts rows to the stream's schema; null where nothing does
  /// @param upload fetches the files of rows; null where they have none
  RowSelector(
      Extraction extraction,
      Rewriting rewriting,
      @Nullable Casting casting,
      @Nullable FileUpload upload) {
    this.extraction = extraction;
    this.rewriting = rewriting;
    this.footprint = rewriting.footprint();
    this.casting = casting;
    this.upload = upload;
  }

  /// Selects the rows of a document.
  ///
  /// The result throws GodwitException SYSTEM `record.not-object` where the API returned a row that
  /// is no object, after the rows before it.
  public SelectedRows select(Body body, Occasion occasion) {
    JsonElements slices = casting == null && upload == null ? extraction.slices(body) : null;
    if (slices == null || !slices.onlyObjects()) {
      FoundRows found = slices == null ? extraction.rows(body, occasion) : FoundRows.in(slices);
      RowSource rows = new TreeRows(found, this, rewriting.forDocument(), occasion);
      return upload == null
          ? WrittenRows.of(rows, body.bytes().length, occasion)
          : WrittenRows.oneByOne(rows, occasion);
    }
    if (rewriting.isNothing()) {
      JsonRows rows = slices.rows(occasion.slice(), occasion.now());
      return SelectedRows.of(
          new Selection(rows, slices.count(), rows == null ? null : lastOf(rows)));
    }
    RowSource changed =
        footprint == null
            ? new TreeRows(FoundRows.in(slices), this, rewriting.forDocument(), occasion)
            : new ByteRows(slices.compacted(), rewriting.forDocument(), footprint, occasion);
    return WrittenRows.of(changed, body.bytes().length, occasion);
  }

  /// Casts the values of a row where the manifest wants it.
  void cast(Map<String, @Nullable Object> row, Occasion occasion) throws InterruptedException {
    if (casting != null) {
      casting.apply(row, occasion.meter());
    }
  }

  /// The file that belongs to a row; null where rows have none.
  @Nullable RowFile file(Map<String, @Nullable Object> row, Occasion occasion)
      throws InterruptedException {
    return upload == null ? null : upload.fetch(row, occasion);
  }

  /// The last row of a batch.
  public static LastRow lastOf(JsonRows rows) {
    int last = rows.rows() - 1;
    return () -> parse(rows.page(), rows.start(last), rows.end(last));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> parse(byte[] page, int start, int end) {
    Object row = JsonParser.STRICT.parse(page, start, end);
    return row instanceof Map<?, ?> fields ? (Map<String, @Nullable Object>) fields : Map.of();
  }
}
