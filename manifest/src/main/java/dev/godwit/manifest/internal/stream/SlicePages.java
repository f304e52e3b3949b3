package dev.godwit.manifest.internal.stream;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.request.Exchange;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.slice.StreamCursor;
import dev.godwit.manifest.internal.stream.WindowPages.Turn;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a slice page by page; a page is a batch. A slice whose interval the API refuses is read in
/// parts.
final class SlicePages implements SliceReader {
  /// A part of the slice.
  ///
  /// @param cuts that led to it
  private record Part(Slice slice, int cuts) {}

  private final Retriever retriever;
  private final StreamCursor cursor;
  private final Slice slice;
  private final Meter meter;
  private final @Nullable Admissions admissions;
  private final Deque<Part> parts = new ArrayDeque<>();
  private boolean begun;
  private @Nullable Window window;
  private @Nullable WindowPages pages;

  SlicePages(Retriever retriever, StreamCursor cursor, Slice slice, Meter meter) {
    this(retriever, cursor, slice, slice, meter);
  }

  /// @param slice what rows belong to
  /// @param asked what requests see: the slice, or the slice with more extra fields
  SlicePages(Retriever retriever, StreamCursor cursor, Slice slice, Slice asked, Meter meter) {
    this.retriever = retriever;
    this.cursor = cursor;
    this.slice = slice;
    this.meter = meter;
    CursorOptions options = retriever.cursorOptions();
    this.admissions = options == null ? null : Admissions.of(options.rules(), cursor, slice);
    this.parts.add(new Part(asked, 0));
  }

  @Override
  public @Nullable JsonRows next() throws InterruptedException {
    if (!begun) {
      begun = true;
      // The reference asks for the schema before each reading, whether rows are cast or not.
      retriever.schema().load(meter);
    }
    while (!parts.isEmpty()) {
      if (window == null || pages == null) {
        window = Window.of(retriever, slice, parts.getFirst().slice(), admissions, meter);
        pages = new WindowPages(window);
      }
      switch (pages.next()) {
        case Turn.Rows(JsonRows rows) -> {
          JsonRows counted = window.counted(rows);
          if (counted != null) {
            cursor.observe(slice, counted);
            return counted;
          }
        }
        case Turn.End _ -> finishPart();
        case Turn.TooLong(Exchange exchange) -> cut(finishPart(), exchange);
      }
    }
    return null;
  }

  private Part finishPart() {
    close();
    pages = null;
    return parts.removeFirst();
  }

  /// Puts the parts of a part in its place. Rows that it gave already are read again.
  private void cut(Part part, Exchange refusal) {
    WindowSplitting splitting = retriever.paging().splitting();
    if (splitting == null) {
      throw GodwitException.config(
              "page.not-splittable",
              "An answer asks for a shorter interval, and the manifest cannot cut it.")
          .at(refusal.place())
          .hint("Give request_window_splitting and a cursor_granularity, or another action.");
    }
    String said = refusal.resolution().message();
    List<Slice> smaller;
    try {
      smaller = splitting.parts(part.slice(), part.cuts(), said);
    } catch (GodwitException e) {
      throw e.at(refusal.place());
    }
    retriever
        .paging()
        .surroundings()
        .log()
        .info(
            "%s: the interval %s is refused. Reading it in two parts."
                .formatted(refusal.request().describe(), part.slice().describe()));
    smaller.reversed().forEach(each -> parts.addFirst(new Part(each, part.cuts() + 1)));
  }

  @Override
  public void close() {
    if (pages != null) {
      pages.close();
    }
  }
}
