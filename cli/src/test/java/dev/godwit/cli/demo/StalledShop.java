package dev.godwit.cli.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The API of a shop that stops answering when it is asked for the orders of one customer.
final class StalledShop implements AutoCloseable {
  private final ShopApi api;
  private final String path;
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean released;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  StalledShop(Shop shop, String customer) throws IOException {
    this.api = new ShopApi(shop);
    this.path = "/v1/customers/" + customer + "/orders";
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Waits until somebody waits for the answer that does not come.
  void awaitStall() throws InterruptedException {
    reached.await();
  }

  /// Answers all the same.
  void release() {
    released = true;
    closed.countDown();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestURI().getPath().equals(path)) {
        reached.countDown();
        closed.await();
        if (!released) {
          return;
        }
      }
      List<String> authorization = exchange.getRequestHeaders().get("Authorization");
      byte[] body =
          api.answer(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI(),
                  authorization == null ? "" : authorization.getFirst())
              .bytes();
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.close();
  }
}
