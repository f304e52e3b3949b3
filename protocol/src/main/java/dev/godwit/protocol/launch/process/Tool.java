package dev.godwit.protocol.launch.process;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Runs programs that do their work and end, such as installers. Thread-safe.
///
/// @param environment all that they see of Godwit's environment
/// @param patience how long one may take to end when it is interrupted
public record Tool(Map<String, String> environment, Leash leash, Duration patience) {
  /// Lines of standard output beyond these are only handed on.
  private static final int MOST_OUTPUT = 10_000;

  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  public Tool {
    environment = Map.copyOf(environment);
  }

  /// What came of it.
  ///
  /// @param exit its exit code
  /// @param output the lines of standard output
  /// @param last the last lines of both streams
  public record Result(int exit, List<String> output, LastLines last) {
    public boolean ok() {
      return exit == 0;
    }
  }

  /// Runs a program to its end. An interrupt stops it.
  ///
  /// @param lines gets every line of both streams, from two threads
  /// @throws IOException when it cannot be started
  public Result run(List<String> command, Consumer<String> lines)
      throws IOException, InterruptedException {
    LastLines last = new LastLines();
    List<String> output = Collections.synchronizedList(new ArrayList<>());
    Consumer<String> said =
        line -> {
          last.add(line);
          lines.accept(line);
        };
    Start start = new Start(command, environment, leash, Leash.LastWill.KILL, patience);
    Watched process = Watched.start(start, new Said(said));
    LineTap tap =
        new LineTap(line -> {
          if (output.size() < MOST_OUTPUT) {
            output.add(line);
          }
          said.accept(line);
        });
    Thread reader = Thread.ofVirtual().start(() -> tap.drain(process.output()));
    try {
      process.input().close();
      int exit = process.awaitExit();
      reader.join(LAST_WORDS);
      return new Result(exit, List.copyOf(output), last);
    } finally {
      process.stop();
    }
  }

  private record Said(Consumer<String> lines) implements Watcher {
    @Override
    public void said(String line) {
      lines.accept(line);
    }

    @Override
    public void ended(int exit, boolean stopped) {
      // Whoever runs a tool waits for its end.
    }
  }
}
