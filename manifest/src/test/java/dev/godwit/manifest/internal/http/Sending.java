package dev.godwit.manifest.internal.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/// Sends requests over a transport of its own.
final class Sending implements AutoCloseable {
  private static final Timeouts PATIENT =
      new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(20));

  private final PooledTransport transport;
  private final Session session = new Session(PATIENT);

  Sending(Map<String, String> variables) {
    transport = new PooledTransport(variables, "tester");
  }

  Sending() {
    this(Map.of());
  }

  Response get(String url) throws IOException {
    return get(url, Map.of());
  }

  Response get(String url, Map<String, String> headers) throws IOException {
    return send(new Request("GET", url, headers, null));
  }

  Response post(String url, Map<String, String> headers, String body) throws IOException {
    return send(new Request("POST", url, headers, body.getBytes(StandardCharsets.UTF_8)));
  }

  Response send(Request request) throws IOException {
    return transport.send(request, session);
  }

  Response sendIn(Session other, Request request) throws IOException {
    return transport.send(request, other);
  }

  @Override
  public void close() {
    transport.close();
  }
}
