package dev.godwit.manifest.internal.http;

import dev.godwit.manifest.internal.Api;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A proxy that tunnels `CONNECT`, and passes other requests on, all to this machine, whatever host
/// they name. It remembers the first line of each request, and how what it tunnels begins.
final class TestProxy implements AutoCloseable {
  private static final String REFUSAL =
      String.join(
          "\r\n",
          "HTTP/1.1 407 Who are you",
          "Proxy-Authenticate: Basic realm=\"test\"",
          "Content-Length: 0",
          "",
          "");

  private final ServerSocket server = new ServerSocket();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> greetings = new CopyOnWriteArrayList<>();
  private final @Nullable String credentials;

  /// @param credentials what `Proxy-Authorization` must be; null to let everybody in
  TestProxy(@Nullable String credentials) throws IOException {
    this.credentials = credentials;
    server.bind(Api.loopback());
    Thread.ofVirtual().start(this::accept);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      String head = head(client.getInputStream());
      while (!head.isEmpty() && !isWelcome(head)) {
        asked.add("refused");
        write(client, REFUSAL);
        head = head(client.getInputStream());
      }
      if (!head.isEmpty()) {
        pass(client, head);
      }
    } catch (IOException hungUp) {
      asked.add("hung up");
    }
  }

  private boolean isWelcome(String head) {
    return credentials == null || head.contains("Proxy-Authorization: " + credentials + "\r\n");
  }

  private void pass(Socket client, String head) throws IOException {
    String line = head.substring(0, head.indexOf('\r'));
    asked.add(line);
    String target = line.split(" ", -1)[1];
    boolean tunnels = line.startsWith("CONNECT ");
    Parts address = Parts.of(tunnels ? "https://" + target : target);
    try (Socket api =
        new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(address.port()))) {
      if (tunnels) {
        write(client, "HTTP/1.1 200 Connected\r\n\r\n");
        greet(client, api);
      } else {
        write(api, head);
      }
      Thread answers = Thread.ofVirtual().start(() -> copy(api, client));
      copy(client, api);
      answers.interrupt();
    }
  }

  private void greet(Socket client, Socket api) throws IOException {
    byte[] bytes = new byte[8_192];
    int length = client.getInputStream().read(bytes);
    if (length > 0) {
      greetings.add(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
      api.getOutputStream().write(bytes, 0, length);
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException hungUp) {
      Thread.currentThread().interrupt();
    }
  }

  private static void write(Socket to, String text) throws IOException {
    to.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// Everything up to the empty line.
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int b = in.read();
      if (b < 0) {
        return "";
      }
      head.append((char) b);
    }
    return head.toString();
  }

  List<String> asked() {
    return asked;
  }

  /// The first bytes of each tunnel, as text.
  List<String> greetings() {
    return greetings;
  }

  String url(String userInfo) {
    return "http://" + userInfo + "127.0.0.1:" + server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
