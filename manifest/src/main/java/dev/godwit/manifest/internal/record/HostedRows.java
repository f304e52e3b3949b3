package dev.godwit.manifest.internal.record;

import dev.godwit.core.JsonRows;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.component.HostedComponent.Reply;
import dev.godwit.manifest.internal.decode.Body;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Rows that go through a component somewhere else, batch by batch, and then through the rest of
/// what is done to them. A failure waits until the rows before it were handed out.
final class HostedRows implements SelectedRows {
  private final SelectedRows before;
  private final HostedStep step;
  private final RowSelector rest;
  private final Occasion occasion;
  private final Deque<Selection> ready = new ArrayDeque<>();
  private @Nullable GodwitException failure;

  HostedRows(SelectedRows before, HostedStep step, RowSelector rest, Occasion occasion) {
    this.before = before;
    this.step = step;
    this.rest = rest;
    this.occasion = occasion;
  }

  @Override
  public @Nullable Selection next() throws InterruptedException {
    if (ready.isEmpty()) {
      if (failure != null) {
        throw failure;
      }
      Selection batch = before.next();
      JsonRows rows = batch == null ? null : batch.rows();
      if (batch == null || rows == null) {
        return batch;
      }
      take(step.apply(array(rows), occasion), batch.extracted());
    }
    return ready.removeFirst();
  }

  /// The rows that came back. What the API returned is counted once.
  private void take(Reply reply, int extracted) throws InterruptedException {
    failure = reply.failure();
    SelectedRows changed = rest.select(new Body(reply.rows()), occasion);
    int left = extracted;
    try {
      for (Selection part = changed.next(); part != null; part = changed.next()) {
        ready.add(new Selection(part.rows(), left, part.lastRow()));
        left = 0;
      }
    } catch (GodwitException e) {
      failure = e;
    }
    if (ready.isEmpty() && failure == null) {
      ready.add(new Selection(null, left, null));
    }
    if (ready.isEmpty() && failure != null) {
      throw failure;
    }
  }

  private static byte[] array(JsonRows rows) {
    ByteArrayOutputStream array = new ByteArrayOutputStream(rows.page().length + rows.rows() + 2);
    for (int i = 0; i < rows.rows(); i++) {
      array.write(i == 0 ? '[' : ',');
      array.write(rows.page(), rows.start(i), rows.end(i) - rows.start(i));
    }
    array.write(']');
    return array.toByteArray();
  }
}
