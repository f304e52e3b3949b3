package dev.godwit.cli.version;

import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Which Godwit this is.
public final class Version {
  private Version() {}

  /// The version that the build wrote into the program, for example `0.1.0`.
  public static String read() {
    try (InputStream text = Version.class.getResourceAsStream("/dev/godwit/cli/version.txt")) {
      if (text == null) {
        throw GodwitException.system("cli.version", "The program does not know its version.");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw GodwitException.system("cli.version", "The program's version cannot be read.")
          .causedBy(e);
    }
  }
}
