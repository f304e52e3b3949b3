package dev.godwit.manifest.internal.stream;

import dev.godwit.core.Slice;
import dev.godwit.manifest.internal.decode.Bodies;
import dev.godwit.manifest.internal.decode.Body;
import dev.godwit.manifest.internal.http.Response;
import dev.godwit.manifest.internal.page.Page;
import dev.godwit.manifest.internal.record.LastRow;
import dev.godwit.manifest.internal.record.Occasion;
import dev.godwit.manifest.internal.record.SelectedRows;
import dev.godwit.manifest.internal.record.Selection;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.template.Scope;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// An answer while its rows are read, batch by batch. At its end it is the page that pagination
/// looks at. For one thread.
final class OpenPage implements AutoCloseable {
  private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

  private final Retriever retriever;
  private final Response response;
  private final Slice slice;
  private final Scope scope;
  private final Meter meter;
  private final Bodies bodies;
  private @Nullable Body seen;
  private @Nullable SelectedRows rows;
  private int extracted;
  private int selected;
  private @Nullable LastRow lastRow;

  /// @param scope holds the configuration, the slice and the page's token
  OpenPage(Retriever retriever, Response response, Slice slice, Scope scope, Meter meter) {
    this.retriever = retriever;
    this.response = response;
    this.slice = slice;
    this.scope = scope;
    this.meter = meter;
    this.bodies = retriever.decoder().open(response);
  }

  /// What was selected from the next part of the answer; null at its end.
  @Nullable Selection next() throws InterruptedException {
    while (true) {
      Selection selection = rows == null ? null : rows.next();
      if (selection != null) {
        return selection;
      }
      Body body = bodies.next();
      if (body == null) {
        return null;
      }
      if (seen == null && !retriever.decoder().streams()) {
        seen = body;
      }
      long now = scope.environment().clock().millis();
      rows = retriever.selector().select(body, new Occasion(slice, scope, meter, now));
    }
  }

  /// Counts what is left of a selection.
  void count(Selection selection) {
    extracted += selection.extracted();
    selected += selection.selected();
    lastRow = selection.lastRow() == null ? lastRow : selection.lastRow();
  }

  Page page() {
    Body body = seen == null ? new Body(NOTHING) : seen;
    return new Page(response, body, extracted, selected, lastRow, slice);
  }

  @Override
  public void close() {
    bodies.close();
    response.close();
  }
}
