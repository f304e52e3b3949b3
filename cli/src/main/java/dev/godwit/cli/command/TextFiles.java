package dev.godwit.cli.command;

import dev.godwit.core.error.GodwitException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files that commands write at their users' wish.
final class TextFiles {
  private TextFiles() {}

  /// Writes a text in UTF-8 over what the file held.
  ///
  /// @throws GodwitException CONFIG `cli.unwritable` when that is not possible
  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException unwritable) {
      throw GodwitException.config("cli.unwritable", "cannot write the file " + file)
          .hint("Check that its folder exists and may be written to.")
          .causedBy(unwritable);
    }
  }

  /// As {@link #write}, and lets everybody start the file who may read it.
  static void writeProgram(Path file, String text) {
    write(file, text);
    File program = file.toFile();
    if (!program.setExecutable(true, false)) {
      throw GodwitException.config("cli.unwritable", "cannot make the file " + file + " startable")
          .hint("Choose a folder of a file system that knows programs.");
    }
  }
}
