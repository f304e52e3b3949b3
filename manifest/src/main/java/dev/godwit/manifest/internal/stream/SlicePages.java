package dev.godwit.manifest.internal.stream;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.http.Response;
import dev.godwit.manifest.internal.page.Page;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.record.Body;
import dev.godwit.manifest.internal.record.Selection;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.scope.SliceView;
import dev.godwit.manifest.internal.slice.StreamCursor;
import dev.godwit.manifest.internal.template.Scope;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a slice page by page; a page is a batch. The next page's token is made only when the batch before it has been
/// taken, so an error in it comes after the rows.
final class SlicePages implements SliceReader {
  private final Retriever retriever;
  private final StreamCursor cursor;
  private final Slice slice;
  private final Meter meter;
  private final Scope sliceScope;
  private @Nullable Object token;
  private @Nullable Page last;
  private boolean ended;

  SlicePages(Retriever retriever, StreamCursor cursor, Slice slice, Meter meter) {
    this.retriever = retriever;
    this.cursor = cursor;
    this.slice = slice;
    this.meter = meter;
    this.sliceScope = SliceView.bind(retriever.scope(), slice);
    this.token = retriever.paginator().initial();
  }

  @Override
  public @Nullable JsonRows next() throws InterruptedException {
    while (!ended) {
      if (last != null) {
        Object next = retriever.paginator().next(last, token);
        if (next == null) {
          ended = true;
          break;
        }
        requireProgress(next);
        token = next;
      }
      JsonRows rows = readPage();
      if (rows != null) {
        cursor.observe(slice, rows);
        return rows;
      }
    }
    return null;
  }

  /// The same page over and over would never end; the reference goes on for ever here.
  private void requireProgress(Object next) {
    if (next.equals(token)) {
      throw GodwitException.system(
              "page.loop", "The API gave the token of the same page twice: " + Repr.str(next))
          .hint("Check cursor_value and stop_condition of the paginator.");
    }
  }

  private @Nullable JsonRows readPage() throws InterruptedException {
    Scope scope = sliceScope.with("next_page_token", tokenVariable());
    Response response =
        retriever
            .requester()
            .send(
                scope,
                retriever.paginator().path(token),
                retriever.extra(slice, token),
                meter);
    if (!response.ok()) {
      ended = true;
      return null;
    }
    Body body = new Body(response.body());
    long now = scope.environment().clock().millis();
    Selection selection = retriever.selector().select(body, slice, scope, now);
    last =
        new Page(
            response,
            body,
            selection.extracted(),
            selection.selected(),
            selection.lastRow(),
            slice);
    return selection.rows();
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
  public void close() {}
}
