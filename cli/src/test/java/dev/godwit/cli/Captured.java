package dev.godwit.cli;

import dev.godwit.cli.terminal.Channel;
import dev.godwit.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// What a command printed, and how it ended.
public record Captured(int exitCode, String out, String err) {
  /// Runs a command in a folder, without environment variables.
  public static Captured run(Path folder, String... args) {
    return run(folder, Map.of(), args);
  }

  public static Captured run(Path folder, Map<String, String> variables, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            Channel.plain(new PrintStream(out, true, StandardCharsets.UTF_8)),
            Channel.plain(new PrintStream(err, true, StandardCharsets.UTF_8)),
            variables,
            folder);
    int exitCode = Main.run(terminal, args);
    return new Captured(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
