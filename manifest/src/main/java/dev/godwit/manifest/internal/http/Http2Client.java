package dev.godwit.manifest.internal.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.io.CloseMode;

/// Asks in HTTP/2 and waits for the answer. Thread-safe.
record Http2Client(CloseableHttpAsyncClient client) implements AutoCloseable {
  Arrived send(Request request, HttpClientContext context, Timeouts timeouts) throws IOException {
    BasicHttpRequest message = new BasicHttpRequest(request.method(), URI.create(request.url()));
    request.headers().forEach(message::setHeader);
    byte[] body = request.body();
    BasicRequestProducer producer =
        new BasicRequestProducer(
            message, body == null ? null : new BasicAsyncEntityProducer(body, null));
    Http2Exchange exchange = new Http2Exchange(timeouts.read());
    Future<Void> sent = client.execute(producer, exchange, null, context, exchange);
    Closeable abort = () -> sent.cancel(true);
    try {
      HttpResponse head = exchange.awaitHead(timeouts.read());
      return new Arrived(head.getCode(), head.getHeaders(), exchange.body(), -1, abort);
    } catch (IOException e) {
      abort.close();
      throw e;
    }
  }

  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }
}
