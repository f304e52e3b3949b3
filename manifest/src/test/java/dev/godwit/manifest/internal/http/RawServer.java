package dev.godwit.manifest.internal.http;

import dev.godwit.manifest.internal.Api;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Does to connections what no decent server would.
final class RawServer implements AutoCloseable {
  /// What happens to a connection once something was asked.
  @FunctionalInterface
  interface Treatment {
    void treat(Socket connection) throws IOException;
  }

  private final ServerSocket server = new ServerSocket();

  RawServer(Treatment treatment) throws IOException {
    server.bind(Api.loopback());
    Thread.ofVirtual().start(() -> serve(treatment));
  }

  /// Sends these bytes and hangs up.
  static RawServer sending(String bytes) throws IOException {
    return new RawServer(connection -> {
      connection.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      connection.close();
    });
  }

  private void serve(Treatment treatment) {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        int first = connection.getInputStream().read(new byte[4_096]);
        if (first > 0) {
          treatment.treat(connection);
        }
      } catch (IOException hungUp) {
        // The next connection is another one.
      }
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/";
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
