package dev.godwit.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server for tests that another program is: fetched once from the registry of its language, kept
/// in the folder for temporary files, ended with its test.
public final class ServerProgram implements AutoCloseable {
  private static final long MINUTES_TO_FETCH = 8;
  private static final long SECONDS_TO_START = 60;

  private final Process process;
  private final String port;

  private ServerProgram(Process process, String port) {
    this.process = process;
    this.port = port;
  }

  /// The folder that a command has filled, now or in an earlier run.
  ///
  /// @param name of the folder, with the program's version
  /// @param command fills the folder it is started in
  /// @return empty where the command is not there or fails, as it does without its registry
  public static Optional<Path> fetch(
      String name, List<String> command, Map<String, String> variables) {
    Path kept = Path.of(System.getProperty("java.io.tmpdir"), "godwit-tests", name);
    if (Files.isDirectory(kept)) {
      return Optional.of(kept);
    }
    try {
      Files.createDirectories(kept.resolveSibling(""));
      Path fresh = Files.createTempDirectory(kept.resolveSibling(""), name);
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(fresh.toFile())
              .redirectErrorStream(true)
              .redirectOutput(fresh.resolve("fetch.log").toFile());
      variables.forEach(
          (key, value) -> builder.environment().put(key, value.replace("{}", fresh.toString())));
      Process process = builder.start();
      if (!process.waitFor(MINUTES_TO_FETCH, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        return Optional.empty();
      }
      return Optional.of(keep(fresh, kept));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Path keep(Path fresh, Path kept) throws IOException {
    try {
      return Files.move(fresh, kept);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      return kept; // somebody else was faster
    }
  }

  /// Starts a server and waits until it says on which port it listens.
  ///
  /// @param said finds the port in a line of its output, as its first group
  public static ServerProgram start(
      List<String> command, Map<String, String> variables, Pattern said) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(variables);
    Process process = builder.start();
    CompletableFuture<Void> patience =
        CompletableFuture.runAsync(
            process::destroyForcibly,
            CompletableFuture.delayedExecutor(SECONDS_TO_START, TimeUnit.SECONDS));
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder all = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher port = said.matcher(line);
      if (port.find()) {
        patience.cancel(false);
        Thread.startVirtualThread(() -> drain(process.getInputStream()));
        return new ServerProgram(process, port.group(1));
      }
      all.append(line).append('\n');
    }
    throw new IOException("it did not start: " + all);
  }

  private static void drain(InputStream output) {
    try (output) {
      output.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // The program has ended.
    }
  }

  public String port() {
    return port;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
