package dev.godwit.manifest.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A real HTTP server on a free port that answers as a test wants, and remembers what it was asked.
public final class Api implements AutoCloseable {
  /// A request as it arrived.
  ///
  /// @param target path and query, still encoded
  /// @param headers names compare without case; repeated ones are joined by `, `
  /// @param port of the client's end of the connection
  public record Asked(
      String method, String target, Map<String, String> headers, String body, int port) {
    public @Nullable String header(String name) {
      return headers.get(name);
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Function<Asked, Answered> answers;

  private Api(HttpServer server, Function<Asked, Answered> answers) {
    this.server = server;
    this.answers = answers;
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public static Api answering(Function<Asked, Answered> answers) {
    try {
      return new Api(HttpServer.create(loopback(), 0), answers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The same over a server that the test made, for example one with a certificate.
  public static Api over(HttpServer server, Function<Asked, Answered> answers) {
    return new Api(server, answers);
  }

  public static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /// Answers one after the other; the last one for ever.
  public static Function<Asked, Answered> inTurn(Answered... answers) {
    List<Answered> left = new CopyOnWriteArrayList<>(answers);
    return request -> left.size() > 1 ? left.removeFirst() : left.getFirst();
  }

  private void answer(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name, String.join(", ", values)));
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Asked request =
        new Asked(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            headers,
            body,
            exchange.getRemoteAddress().getPort());
    asked.add(request);
    Answered answer = answers.apply(request);
    answer.headers().forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
    byte[] bytes = answer.body();
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /// Everything that was asked so far.
  public List<Asked> asked() {
    return asked;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /// The address of a path that begins with a slash.
  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
