package dev.godwit.python;

import dev.godwit.core.error.GodwitException;
import dev.godwit.protocol.launch.process.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// The program in Python, laid out in a folder of its own, which is also the only one that the
/// process may write to. It goes when the process has gone.
final class HostProgram implements AutoCloseable {
  private static final List<String> FILES =
      List.of(
          "main.py",
          "frames.py",
          "fence.py",
          "landlock.py",
          "late.py",
          "link.py",
          "present.py",
          "renewals.py",
          "streams.py",
          "rows.py",
          "calls.py",
          "review.py");

  private final Path folder;

  private HostProgram(Path folder) {
    this.folder = folder;
  }

  static HostProgram unpack() {
    try {
      HostProgram program = new HostProgram(Files.createTempDirectory("godwit-python"));
      for (String file : FILES) {
        try (InputStream text =
            Objects.requireNonNull(HostProgram.class.getResourceAsStream("host/" + file))) {
          Files.copy(text, program.folder.resolve(file));
        }
      }
      return program;
    } catch (IOException e) {
      throw GodwitException.system(
              "component.start", "The program that runs Python components cannot be written: " + e)
          .hint("Check space and rights of the folder for temporary files.")
          .causedBy(e);
    }
  }

  Path folder() {
    return folder;
  }

  Path main() {
    return folder.resolve("main.py");
  }

  @Override
  public void close() {
    try {
      Folders.remove(folder);
    } catch (IOException left) {
      // The folder for temporary files is the system's to clear.
    }
  }
}
