package dev.godwit.cli.session;

import dev.godwit.core.error.GodwitException;
import dev.godwit.session.form.SessionFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Finds sessions: files as they are named, and in folders all whose names say what they are.
///
/// @param folder what relative names are relative to
record SessionFiles(Path folder) {
  /// The sessions behind names, those of a folder in alphabetical order; without names, those of
  /// the folder itself. Paths are relative where they were.
  ///
  /// @throws GodwitException CONFIG `session.none` when there are none
  List<Path> find(List<Path> names) {
    List<Path> files = new ArrayList<>();
    for (Path name : names.isEmpty() ? List.of(Path.of("")) : names) {
      Path path = folder.resolve(name);
      if (Files.isDirectory(path)) {
        in(path).forEach(file -> files.add(name.resolve(path.relativize(file))));
      } else {
        files.add(name);
      }
    }
    if (files.isEmpty()) {
      throw GodwitException.config(
              "session.none", "There is no *" + SessionFile.ENDING + " in the folders to test.")
          .hint("Record one: godwit record SOURCE --out NAME" + SessionFile.ENDING);
    }
    return files;
  }

  private static List<Path> in(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(SessionFile.ENDING))
          .filter(file -> isVisible(root.relativize(file)))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw GodwitException.config("session.unreadable", "Cannot look through the folder " + root)
          .hint("Check that it may be read.")
          .causedBy(e);
    }
  }

  private static boolean isVisible(Path file) {
    for (Path step : file) {
      if (step.toString().startsWith(".")) {
        return false;
      }
    }
    return true;
  }
}
