package dev.godwit.destinations.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/// Stands between a program and a server, and cuts one connection in the middle of a commit.
final class CuttingProxy implements AutoCloseable {
  private final ServerSocket listening;
  private final int server;
  private final boolean afterCommit;
  private final AtomicBoolean armed = new AtomicBoolean();

  /// @param afterCommit whether the server still hears of the commit, and only its answer is lost
  CuttingProxy(int server, boolean afterCommit) throws IOException {
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.server = server;
    this.afterCommit = afterCommit;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /// Cuts the next connection that commits.
  void arm() {
    armed.set(true);
  }

  /// Whether no connection was cut since.
  boolean isArmed() {
    return armed.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        Socket remote = new Socket(InetAddress.getLoopbackAddress(), server);
        AtomicBoolean cut = new AtomicBoolean();
        Thread.ofVirtual().start(() -> toServer(client, remote, cut));
        Thread.ofVirtual().start(() -> toClient(client, remote, cut));
      }
    } catch (IOException e) {
      // The proxy was closed.
    }
  }

  private void toServer(Socket client, Socket remote, AtomicBoolean cut) {
    try (client;
        remote) {
      InputStream in = client.getInputStream();
      OutputStream out = remote.getOutputStream();
      byte[] bytes = new byte[1 << 16];
      for (int length = in.read(bytes); length > 0; length = in.read(bytes)) {
        String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        if (text.contains("commit\0") && armed.compareAndSet(true, false)) {
          if (!afterCommit) {
            return;
          }
          cut.set(true);
        }
        out.write(bytes, 0, length);
      }
    } catch (IOException e) {
      // One side is gone, and so is the other.
    }
  }

  private void toClient(Socket client, Socket remote, AtomicBoolean cut) {
    try (client;
        remote) {
      InputStream in = remote.getInputStream();
      OutputStream out = client.getOutputStream();
      byte[] bytes = new byte[1 << 16];
      for (int length = in.read(bytes); length > 0 && !cut.get(); length = in.read(bytes)) {
        out.write(bytes, 0, length);
      }
    } catch (IOException e) {
      // One side is gone, and so is the other.
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
