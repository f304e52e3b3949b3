package dev.godwit.protocol.launch;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.file.Sha256;
import dev.godwit.protocol.launch.process.SearchPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Finds programs that are there already.
final class Executables {
  private Executables() {}

  /// The program as an absolute path.
  ///
  /// @throws GodwitException CONFIG `launch.not-found`, `launch.not-executable`
  static Path find(Path program, SearchPath programs) {
    boolean bare = program.getNameCount() == 1 && !program.isAbsolute();
    if (bare && !program.toString().startsWith(".")) {
      return programs.find(program.toString()).orElseGet(() -> beside(program));
    }
    return checked(program);
  }

  /// A bare name that is no program on `PATH` may be a file in the current folder.
  private static Path beside(Path program) {
    if (Files.isRegularFile(program)) {
      return checked(program);
    }
    throw GodwitException.config("launch.not-found", "There is no program " + program + " on PATH.")
        .hint("Install it, or name it with its path.");
  }

  private static Path checked(Path program) {
    if (!Files.exists(program)) {
      throw GodwitException.config("launch.not-found", "There is no program " + program + ".")
          .hint("Correct its path, or install it.");
    }
    if (!SearchPath.isProgram(program)) {
      throw GodwitException.config(
              "launch.not-executable", program + " is not a program that may be run.")
          .hint("Make it executable, with chmod +x " + program + ", or name another one.");
    }
    return program.toAbsolutePath();
  }

  /// What tells this program from another one: the digest of its file.
  static String version(Path program) {
    try {
      return "sha256:" + Sha256.of(program);
    } catch (IOException e) {
      throw GodwitException.config(
              "launch.not-executable", "The program " + program + " cannot be read: " + e)
          .hint("Check owner and rights of the file.")
          .causedBy(e);
    }
  }
}
