package dev.godwit.secret;

import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A program that knows secrets.
record SecretCommand(List<String> command) implements SecretResolver {
  private static final long MOST_SECONDS = 30;

  SecretCommand {
    if (command.isEmpty()) {
      throw new IllegalArgumentException("a command needs a program");
    }
    command = List.copyOf(command);
  }

  @Override
  public @Nullable Secret find(String name) {
    List<String> words = command.stream().map(word -> word.replace("{}", name)).toList();
    try {
      Process process =
          new ProcessBuilder(words)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectInput(ProcessBuilder.Redirect.from(nothing()))
              .start();
      try {
        CompletableFuture<Process> ended = process.onExit();
        Thread killer = Thread.ofVirtual().start(() -> endLate(process, ended));
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        killer.join();
        String value = said.replaceFirst("\\R\\z", "");
        return code != 0 || value.isEmpty() ? null : Secret.of(value);
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw GodwitException.config(
              "secret.command", "The program " + command.getFirst() + " can't be started.")
          .hint("Check that it is installed and on the PATH.")
          .causedBy(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw GodwitException.transientError(
          "secret.cancelled", "Looking up a secret was cancelled.");
    }
  }

  private static void endLate(Process process, CompletableFuture<Process> ended) {
    try {
      if (ended.completeOnTimeout(process, MOST_SECONDS, TimeUnit.SECONDS).get().isAlive()) {
        process.destroyForcibly();
      }
    } catch (InterruptedException | ExecutionException e) {
      process.destroyForcibly();
    }
  }

  private static java.io.File nothing() {
    return new java.io.File(
        System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
  }

  @Override
  public String place() {
    return "the program " + command.getFirst();
  }
}
