package dev.godwit.manifest.internal.record;

import dev.godwit.core.JsonRows;
import dev.godwit.core.RowFile;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonElements;
import dev.godwit.core.json.JsonParser;
import dev.godwit.manifest.component.HostedComponent.Reply;
import dev.godwit.manifest.internal.decode.Body;
import dev.godwit.manifest.internal.http.Response;
import java.util.List;
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
  private final @Nullable HostedStep extractor;
  private final @Nullable Next next;

  /// What happens to the rows afterwards.
  private record Next(HostedStep step, RowSelector rest) {}

  /// @param casting casts rows to the stream's schema; null where nothing does
  /// @param upload fetches the files of rows; null where they have none
  RowSelector(
      Extraction extraction,
      Rewriting rewriting,
      @Nullable Casting casting,
      @Nullable FileUpload upload) {
    this(extraction, rewriting, casting, upload, null, null);
  }

  private RowSelector(
      Extraction extraction,
      Rewriting rewriting,
      @Nullable Casting casting,
      @Nullable FileUpload upload,
      @Nullable HostedStep extractor,
      @Nullable Next next) {
    this.extraction = extraction;
    this.rewriting = rewriting;
    this.footprint = rewriting.footprint();
    this.casting = casting;
    this.upload = upload;
    this.extractor = extractor;
    this.next = next;
  }

  /// A selector that leaves all rows of a JSON array as they are.
  public static RowSelector asTheyAre() {
    return new RowSelector(PathExtraction.ALL, RowOperation.rewriting(List.of()), null, null);
  }

  /// The same selector for answers whose rows are found elsewhere.
  RowSelector extractedBy(HostedStep step) {
    return new RowSelector(extraction, rewriting, casting, upload, step, next);
  }

  /// This selector, and behind it a step that happens elsewhere and another selector.
  RowSelector then(HostedStep step, RowSelector rest) {
    return new RowSelector(extraction, rewriting, casting, upload, extractor, new Next(step, rest));
  }

  /// Whether answers must be left as they are for an extractor elsewhere.
  public boolean extractsElsewhere() {
    return extractor != null;
  }

  /// Selects the rows of a document.
  ///
  /// The result throws GodwitException SYSTEM `record.not-object` where the API returned a row that
  /// is no object, after the rows before it.
  public SelectedRows select(Body body, Occasion occasion) {
    SelectedRows rows = extracted(body, occasion);
    return next == null ? rows : new HostedRows(rows, next.step(), next.rest(), occasion);
  }

  private SelectedRows extracted(Body body, Occasion occasion) {
    Response response = occasion.response();
    if (extractor == null || response == null) {
      return selected(body, occasion);
    }
    Reply reply = extractor.extract(response, occasion);
    SelectedRows rows = selected(new Body(reply.rows()), occasion);
    GodwitException failure = reply.failure();
    return failure == null ? rows : rows.endingWith(failure);
  }

  private SelectedRows selected(Body body, Occasion occasion) {
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
