package dev.godwit.manifest.internal.stream;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.manifest.internal.decode.Body;
import dev.godwit.manifest.internal.http.Response;
import dev.godwit.manifest.internal.record.Occasion;
import dev.godwit.manifest.internal.record.SelectedRows;
import dev.godwit.manifest.internal.record.Selection;
import dev.godwit.manifest.internal.request.Exchange;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.scope.SliceView;
import dev.godwit.manifest.internal.slice.CursorRules.Admission;
import dev.godwit.manifest.internal.template.Scope;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A slice, or a part of one, and all that its pages have in common. For one thread.
///
/// @param slice what rows belong to
/// @param part the slice, or the part of it that is read; what templates over rows see
/// @param rowScope holds the configuration and the part
/// @param admissions null where all rows count
record Window(
    Retriever retriever,
    Slice slice,
    Slice part,
    Scope rowScope,
    @Nullable Admissions admissions,
    Meter meter) {
  static Window of(
      Retriever retriever, Slice slice, Slice part, @Nullable Admissions admissions, Meter meter) {
    Scope rowScope = SliceView.bind(retriever.scope(), part).with("next_page_token", null);
    return new Window(retriever, slice, part, rowScope, admissions, meter);
  }

  /// Asks for a page. Thread-safe.
  ///
  /// @param before what was asked just before; null for nothing
  Exchange send(PageRequest page, @Nullable Exchange before) throws InterruptedException {
    Exchange embedded = before == null && isFirst(page) ? EmbeddedPage.of(slice) : null;
    if (embedded != null) {
      return embedded;
    }
    Ahead ahead = retriever.paging().ahead();
    if (ahead == null) {
      return ask(page, before);
    }
    ahead.lanes().acquire();
    try {
      return ask(page, before);
    } finally {
      ahead.lanes().release();
    }
  }

  private boolean isFirst(PageRequest page) {
    return Objects.equals(page.token(), retriever.paging().paginator().initial());
  }

  private Exchange ask(PageRequest page, @Nullable Exchange before) throws InterruptedException {
    Scope scope =
        SliceView.bind(retriever.scope(), page.slice())
            .with("next_page_token", page.tokenVariable());
    return retriever
        .requester()
        .send(
            scope,
            retriever.paging().paginator().path(page.token()),
            retriever.extra(page),
            meter,
            before);
  }

  /// The rows of a document, which came with a response.
  SelectedRows select(Body body, Response response) {
    long now = rowScope.environment().clock().millis();
    return retriever.selector().select(body, new Occasion(slice, rowScope, meter, now, response));
  }

  /// What is left of a selection where old rows are dropped page by page: pagination does not see
  /// them.
  Selection filtered(Selection all) {
    return admissions != null && admissions.admission() == Admission.FILTERED
        ? all.with(admissions.admitted(all.rows()))
        : all;
  }

  /// Whether no page follows one with these rows, since the last of them is old.
  boolean endsWith(JsonRows rows) {
    Admissions feed = feed();
    return feed != null && !feed.admits(rows, rows.rows() - 1);
  }

  /// What is left of the rows of a page that pagination has seen; null for nothing.
  @Nullable JsonRows counted(JsonRows rows) {
    Admissions feed = feed();
    return feed == null ? rows : feed.admitted(rows);
  }

  private @Nullable Admissions feed() {
    return admissions != null && admissions.admission() == Admission.FEED ? admissions : null;
  }
}
