package dev.godwit.manifest.internal.stream;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.manifest.internal.http.Response;
import dev.godwit.manifest.internal.page.Page;
import dev.godwit.manifest.internal.record.Selection;
import dev.godwit.manifest.internal.request.Exchange;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.scope.SliceView;
import dev.godwit.manifest.internal.slice.CursorRules.Admission;
import dev.godwit.manifest.internal.slice.StreamCursor;
import dev.godwit.manifest.internal.template.Scope;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a slice page by page; a page is one batch, or several where it is decoded piece by piece.
/// The next page's token is made only when the last batch before it has been taken, so an error in
/// it comes after the rows.
final class SlicePages implements SliceReader {
  private final Retriever retriever;
  private final StreamCursor cursor;
  private final Slice slice;
  private final Meter meter;
  private final Scope sliceScope;
  private final @Nullable Admissions admissions;
  private @Nullable Object token;
  private @Nullable OpenPage open;
  private @Nullable Page last;
  private @Nullable Exchange before;
  private boolean endAfterPage;
  private boolean ended;

  SlicePages(Retriever retriever, StreamCursor cursor, Slice slice, Meter meter) {
    this.retriever = retriever;
    this.cursor = cursor;
    this.slice = slice;
    this.meter = meter;
    this.sliceScope = SliceView.bind(retriever.scope(), slice);
    this.admissions = admissions(retriever, cursor, slice);
    this.token = retriever.paginator().initial();
  }

  private static @Nullable Admissions admissions(
      Retriever retriever, StreamCursor cursor, Slice slice) {
    CursorOptions options = retriever.cursorOptions();
    return options == null || options.rules().admission() == Admission.ALL
        ? null
        : new Admissions(options.rules().admission(), options.rules().field(), cursor, slice);
  }

  @Override
  public @Nullable JsonRows next() throws InterruptedException {
    while (!ended) {
      if (open == null) {
        turnPage();
      } else {
        JsonRows rows = readBatch(open);
        if (rows != null) {
          cursor.observe(slice, rows);
          return rows;
        }
      }
    }
    return null;
  }

  private void turnPage() throws InterruptedException {
    if (last == null) {
      // The reference asks for the schema before each reading, whether rows are cast or not.
      retriever.schema().load(meter);
    } else {
      Object next = endAfterPage ? null : retriever.paginator().next(last, token);
      if (next == null) {
        ended = true;
        return;
      }
      token = next;
    }
    Scope scope = sliceScope.with("next_page_token", tokenVariable());
    Exchange exchange =
        retriever
            .requester()
            .send(
                scope,
                retriever.paginator().path(token),
                retriever.extra(slice, token),
                meter,
                before);
    Response response = exchange.response();
    if (!response.ok()) {
      ended = true;
      return;
    }
    if (exchange.repeats(before)) {
      throw loop(exchange);
    }
    before = exchange;
    open = new OpenPage(retriever, response, slice, scope, meter);
  }

  private @Nullable JsonRows readBatch(OpenPage page) throws InterruptedException {
    Selection all = page.next();
    if (all == null) {
      last = page.page();
      page.close();
      open = null;
      return null;
    }
    Selection selection = filtered(all);
    page.count(selection);
    return feed(selection);
  }

  /// What is left of a page where old rows are dropped before pagination counts them.
  private Selection filtered(Selection all) {
    if (admissions == null || admissions.admission() != Admission.FILTERED) {
      return all;
    }
    return all.with(admissions.admitted(all.rows()));
  }

  /// What is left of a page of a feed, which also ends with an old row.
  private @Nullable JsonRows feed(Selection selection) {
    JsonRows rows = selection.rows();
    if (rows == null || admissions == null || admissions.admission() != Admission.FEED) {
      return rows;
    }
    endAfterPage = !admissions.admits(rows, rows.rows() - 1);
    return admissions.admitted(rows);
  }

  /// The reference goes on for ever here.
  private static GodwitException loop(Exchange exchange) {
    return GodwitException.system(
            "page.loop", "The API was asked for the same page twice and gave the same rows.")
        .at(Place.request(exchange.request().describe()))
        .hint("Check page_token_option, cursor_value and stop_condition of the paginator.");
  }

  private @Nullable Map<String, @Nullable Object> tokenVariable() {
    if (token == null) {
      return null;
    }
    Map<String, @Nullable Object> variable = new LinkedHashMap<>();
    variable.put("next_page_token", token);
    return variable;
  }

  @Override
  public void close() {
    if (open != null) {
      open.close();
    }
  }
}
