package dev.godwit.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A registry on this machine that says what a test wants.
public final class RegistryServer implements AutoCloseable {
  static final String INDEX = "/files/registries/v0/oss_registry.json";

  /// How a path is answered.
  @FunctionalInterface
  public interface Answer {
    void give(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  public RegistryServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    asked.add(path);
    try (exchange) {
      answers.getOrDefault(path, status(404)).give(exchange);
    }
  }

  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  String index() {
    return url(INDEX);
  }

  /// Paths in the order in which they were asked for.
  List<String> asked() {
    return asked;
  }

  public RegistryServer on(String path, Answer answer) {
    answers.put(path, answer);
    return this;
  }

  RegistryServer index(String json) {
    return on(INDEX, text(json));
  }

  RegistryServer manifest(String name, String version, String yaml) {
    return on(manifestPath(name, version), text(yaml));
  }

  static String manifestPath(String name, String version) {
    return "/files/metadata/airbyte/" + name + "/" + version + "/manifest.yaml";
  }

  public static Answer text(String body) {
    return bytes(body.getBytes(StandardCharsets.UTF_8));
  }

  public static Answer bytes(byte[] body) {
    return exchange -> {
      exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    };
  }

  public static Answer status(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  public static Answer redirect(String location) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", location);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  /// A body with an ETag, which is not sent again to those who know it.
  static Answer tagged(String etag, String body) {
    return exchange -> {
      if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        exchange.sendResponseHeaders(304, -1);
        return;
      }
      exchange.getResponseHeaders().set("ETag", etag);
      text(body).give(exchange);
    };
  }

  /// Zeros, as long as somebody reads them.
  public static Answer endless() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      byte[] zeros = new byte[1 << 16];
      while (true) {
        exchange.getResponseBody().write(zeros);
      }
    };
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    threads.close();
  }
}
