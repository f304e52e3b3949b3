package dev.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProcessEndTest {
  /// A process in which a virtual thread has waited for a socket, and that ends with code 7.
  static final class WaitingProcess {
    public static void main(String[] args) throws Exception {
      try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
          Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
          Socket accepted = server.accept()) {
        Thread reader = Thread.ofVirtual().start(() -> read(client));
        while (reader.getState() == Thread.State.RUNNABLE
            || reader.getState() == Thread.State.NEW) {
          Thread.onSpinWait();
        }
        accepted.getOutputStream().write(1);
        reader.join();
      }
      System.out.print("written");
      ProcessEnd.with(7);
    }

    private static void read(Socket socket) {
      try {
        socket.getInputStream().read();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void theProcessEndsWithItsCodeAndItsOutput() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dgodwit.endAtOnce=true",
                "-cp",
                System.getProperty("java.class.path"),
                WaitingProcess.class.getName())
            .redirectErrorStream(true)
            .start();
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("written");
    assertThat(process.waitFor()).isEqualTo(7);
  }
}
