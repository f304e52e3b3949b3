package dev.godwit.cli.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// Serves a shop over HTTP on a loopback port that the system picks. Thread-safe.
final class ShopServer implements AutoCloseable {
  /// Without it the JDK's server waits for acknowledgements between headers and body, 40 ms each.
  private static final String NO_DELAY = "sun.net.httpserver.nodelay";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ShopApi api;
  private final RateLimit limit;
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong refusals = new AtomicLong();

  /// @param port 0 for any that is free
  private ShopServer(ShopApi api, RateLimit limit, int port) throws IOException {
    this.api = api;
    this.limit = limit;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /// Starts serving.
  ///
  /// @param burst requests that pass before the shop asks for a pause of a second
  /// @throws GodwitException SYSTEM `demo.port` when the port cannot be had
  static ShopServer start(Shop shop, int burst, int port) {
    System.setProperty(NO_DELAY, "true");
    RateLimit limit = new RateLimit(burst, Duration.ofSeconds(1), System::nanoTime);
    try {
      return new ShopServer(new ShopApi(shop), limit, port);
    } catch (IOException e) {
      throw GodwitException.system(
              "demo.port", "The demo shop cannot listen on port " + port + ": " + e.getMessage())
          .hint("Leave --port out to let the system pick one that is free.")
          .causedBy(e);
    }
  }

  /// For example `http://127.0.0.1:40123`.
  String url() {
    InetSocketAddress address = server.getAddress();
    return "http://" + address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  /// Requests so far, refused ones included.
  long requests() {
    return requests.get();
  }

  /// Requests that were told to come back later.
  long refusals() {
    return refusals.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.incrementAndGet();
      ShopAnswer answer = answer(exchange);
      byte[] body = answer.bytes();
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private ShopAnswer answer(HttpExchange exchange) {
    Duration wait = limit.admit();
    if (wait.isPositive()) {
      refusals.incrementAndGet();
      return ShopAnswer.tooManyRequests(wait);
    }
    List<String> authorization =
        exchange.getRequestHeaders().getOrDefault("Authorization", List.of());
    return api.answer(
        exchange.getRequestMethod(),
        exchange.getRequestURI(),
        authorization.isEmpty() ? "" : authorization.getFirst());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
