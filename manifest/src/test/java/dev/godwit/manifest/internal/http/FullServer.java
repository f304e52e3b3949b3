package dev.godwit.manifest.internal.http;

import dev.godwit.manifest.internal.Api;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/// A server whose queue of connections is full, so that no other one comes through.
final class FullServer implements AutoCloseable {
  private static final int SHORT_MILLIS = 300;

  private final ServerSocket server = new ServerSocket();
  private final List<Socket> queue = new ArrayList<>();

  FullServer() throws IOException {
    server.bind(Api.loopback(), 1);
    while (entersQueue()) {
      if (queue.size() > 100) {
        throw new IllegalStateException("this system's queues have no end");
      }
    }
  }

  private boolean entersQueue() throws IOException {
    Socket socket = new Socket();
    queue.add(socket);
    try {
      socket.connect(server.getLocalSocketAddress(), SHORT_MILLIS);
      return true;
    } catch (SocketTimeoutException full) {
      return false;
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/";
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : queue) {
      socket.close();
    }
    server.close();
  }
}
