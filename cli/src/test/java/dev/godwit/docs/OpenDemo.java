package dev.godwit.docs;

import dev.godwit.cli.Main;
import dev.godwit.cli.terminal.Channel;
import dev.godwit.cli.terminal.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The demo's shop, open until it is closed.
///
/// @param url where it listens
record OpenDemo(String url, ExecutorService server) implements AutoCloseable {
  private static final Pattern URL = Pattern.compile("http://[0-9.:]+");
  private static final int ROOM_FOR_ALL_IT_SAYS = 1 << 16;

  /// Runs `demo --serve` on a free port and waits until it says where.
  static OpenDemo in(Path folder) throws IOException {
    PipedInputStream said = new PipedInputStream(ROOM_FOR_ALL_IT_SAYS);
    PrintStream out = new PrintStream(new PipedOutputStream(said), true, StandardCharsets.UTF_8);
    Channel silent = Channel.plain(new PrintStream(OutputStream.nullOutputStream()));
    Terminal terminal = new Terminal(Channel.plain(out), silent, Map.of(), folder);
    ExecutorService server = Executors.newVirtualThreadPerTaskExecutor();
    server.execute(() -> Main.run(terminal, "demo", "--serve", "--port", "0"));
    BufferedReader lines = new BufferedReader(new InputStreamReader(said, StandardCharsets.UTF_8));
    Matcher url = URL.matcher(String.valueOf(lines.readLine()));
    if (!url.find()) {
      throw new AssertionError("demo --serve does not say where it listens");
    }
    return new OpenDemo(url.group(), server);
  }

  @Override
  public void close() {
    server.shutdownNow();
    server.close();
  }
}
