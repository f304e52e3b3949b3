package dev.godwit.destinations.postgres;

import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Where the password for a database comes from: the command that the URL names, else PGPASSWORD,
/// else the password file. Asked for each connection, since what commands yield expires.
final class Password {
  private static final long COMMAND_SECONDS = 60;
  private static final int MOST_BYTES = 1 << 16;

  private Password() {}

  /// The password; null where nobody knows one, which is fine for servers that ask for none.
  ///
  /// @throws GodwitException CONFIG `postgres.password-command` when the command fails
  static @Nullable String of(Address address, Map<String, String> environment) {
    String command = address.options().get(Address.PASSWORD_COMMAND);
    if (command != null) {
      return ofCommand(command);
    }
    String given = environment.get("PGPASSWORD");
    return given != null ? given : PasswordFile.find(address, environment);
  }

  private static String ofCommand(String command) {
    boolean windows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");
    ProcessBuilder builder =
        new ProcessBuilder(windows ? List.of("cmd", "/c", command) : List.of("sh", "-c", command));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      try (InputStream out = process.getInputStream()) {
        String password = new String(out.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).strip();
        if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)) {
          throw failed("took longer than " + COMMAND_SECONDS + " seconds");
        }
        if (process.exitValue() != 0) {
          throw failed("ended with status " + process.exitValue());
        }
        if (password.isEmpty()) {
          throw failed("wrote nothing");
        }
        return password;
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw failed("could not be run");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("was interrupted");
    }
  }

  private static GodwitException failed(String how) {
    return GodwitException.config(
            "postgres.password-command", "The command of password_command " + how + ".")
        .hint("Run it by hand: it must write the password, and nothing else, to its output.");
  }
}
