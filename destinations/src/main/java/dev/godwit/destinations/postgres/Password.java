package dev.godwit.destinations.postgres;

import dev.godwit.core.error.GodwitException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the password for a database comes from: the command that the URL names, else PGPASSWORD,
/// else the password file. Asked for each connection, since what commands yield expires.
final class Password {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int MOST_BYTES = 1 << 16;

  /// How often the output is looked at: a command waits when nobody takes what it writes.
  private static final Duration GLANCE = Duration.ofMillis(20);

  private Password() {}

  /// The password; null where nobody knows one, which is fine for servers that ask for none.
  ///
  /// @throws GodwitException CONFIG `postgres.password-command` when the command fails
  static @Nullable String of(Address address, Map<String, String> environment) {
    String command = address.options().get(Address.PASSWORD_COMMAND);
    if (command != null) {
      return ofCommand(command, PATIENCE);
    }
    String given = environment.getOrDefault("PGPASSWORD", "");
    return given.isEmpty() ? PasswordFile.find(address, environment) : given;
  }

  /// @param patience how long the command may take
  static String ofCommand(String command, Duration patience) {
    boolean windows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");
    ProcessBuilder builder =
        new ProcessBuilder(windows ? List.of("cmd", "/c", command) : List.of("sh", "-c", command));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = builder.start();
      try {
        process.getOutputStream().close();
        return output(process, patience);
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw failed("could not be run");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("was interrupted");
    }
  }

  /// What the process has written when it ends. What it left running may hold its output open, so
  /// only what is there is read.
  private static String output(Process process, Duration patience)
      throws IOException, InterruptedException {
    InputStream written = process.getInputStream();
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    long end = System.nanoTime() + patience.toNanos();
    boolean ended;
    do {
      ended = process.waitFor(GLANCE);
      int most = MOST_BYTES - output.size();
      output.write(written.readNBytes(Math.min(written.available(), most)));
    } while (!ended && System.nanoTime() < end);
    if (!ended) {
      throw failed("took longer than %d seconds".formatted(patience.toSeconds()));
    }
    if (process.exitValue() != 0) {
      throw failed("ended with status " + process.exitValue());
    }
    String password = output.toString(StandardCharsets.UTF_8).replaceFirst("[\\r\\n]+$", "");
    if (password.isBlank()) {
      throw failed("wrote nothing");
    }
    return password;
  }

  private static GodwitException failed(String how) {
    return GodwitException.config(
            "postgres.password-command", "The command of password_command " + how + ".")
        .hint("Run it by hand: it must write the password, and nothing else, to its output.");
  }
}
