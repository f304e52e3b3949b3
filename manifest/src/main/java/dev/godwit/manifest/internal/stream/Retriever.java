package dev.godwit.manifest.internal.stream;

import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.manifest.internal.decode.Decoder;
import dev.godwit.manifest.internal.draft.Draft;
import dev.godwit.manifest.internal.record.RowSelector;
import dev.godwit.manifest.internal.record.StreamSchema;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.request.Requester;
import dev.godwit.manifest.internal.slice.Router;
import dev.godwit.manifest.internal.slice.StreamCursor;
import dev.godwit.manifest.internal.template.Scope;
import org.jspecify.annotations.Nullable;

/// Everything that reading a slice needs. Thread-safe: one retriever reads all slices of a stream
/// at once.
///
/// @param router null for a stream with one partition
/// @param cursorOptions null for a stream without a cursor
/// @param slicerOnFirstPageOnly whether later pages leave out what router and cursor put into
///   requests
/// @param scope holds the configuration
record Retriever(
    Requester requester,
    Paging paging,
    Decoder decoder,
    RowSelector selector,
    StreamSchema schema,
    @Nullable Router router,
    @Nullable CursorOptions cursorOptions,
    boolean slicerOnFirstPageOnly,
    Scope scope)
    implements Retrieval {
  @Override
  public Reading begin(StreamCursor cursor, Meter meter) {
    return new Reading() {
      @Override
      public @Nullable Slice next() throws InterruptedException {
        return cursor.next();
      }

      @Override
      public SliceReader open(Slice slice) {
        return new SlicePages(Retriever.this, cursor, slice, meter);
      }

      @Override
      public void close() {}
    };
  }

  /// What goes into the request of one page besides the requester's own.
  Draft extra(PageRequest page) {
    Draft slicer = new Draft();
    if (page.token() == null || !slicerOnFirstPageOnly) {
      if (router != null) {
        router.addTo(slicer, page.slice());
      }
      if (cursorOptions != null) {
        cursorOptions.addTo(slicer, page.slice(), scope);
      }
    }
    return Draft.combine(paging.paginator().draft(page.token(), page.reducedSize()), slicer);
  }
}
