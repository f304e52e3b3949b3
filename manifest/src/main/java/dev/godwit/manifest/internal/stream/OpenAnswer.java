package dev.godwit.manifest.internal.stream;

import dev.godwit.manifest.internal.decode.Bodies;
import dev.godwit.manifest.internal.decode.Body;
import dev.godwit.manifest.internal.decode.Decoder;
import dev.godwit.manifest.internal.record.SelectedRows;
import dev.godwit.manifest.internal.record.Selection;
import dev.godwit.manifest.internal.request.Exchange;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// An answer while its rows are read, batch by batch. For one thread.
final class OpenAnswer implements AutoCloseable {
  private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

  private final Window window;
  private final Exchange exchange;
  private final Decoder decoder;
  private final Bodies bodies;
  private @Nullable Body seen;
  private @Nullable SelectedRows rows;
  private int extracted;

  OpenAnswer(Window window, Exchange exchange) {
    this.window = window;
    this.exchange = exchange;
    this.decoder = window.retriever().decoder();
    this.bodies = decoder.open(exchange.response());
  }

  Exchange exchange() {
    return exchange;
  }

  /// What was selected from the next part of the answer; null at its end.
  @Nullable Selection next() throws InterruptedException {
    while (true) {
      Selection selection = rows == null ? null : rows.next();
      if (selection != null) {
        Selection filtered = window.filtered(selection);
        extracted += filtered.extracted();
        return filtered;
      }
      Body body = bodies.next();
      if (body == null) {
        return null;
      }
      if (seen == null && !decoder.streams()) {
        seen = body;
      }
      rows = window.select(body, exchange.response());
    }
  }

  /// What pagination sees of the answer: nothing of one that is decoded piece by piece.
  Body body() {
    return seen == null ? new Body(NOTHING) : seen;
  }

  /// Rows that the API returned so far.
  int extracted() {
    return extracted;
  }

  @Override
  public void close() {
    bodies.close();
    exchange.response().close();
  }
}
