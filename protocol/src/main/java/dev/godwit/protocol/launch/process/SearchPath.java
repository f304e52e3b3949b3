package dev.godwit.protocol.launch.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The folders in which programs are looked for: the variable `PATH`.
public final class SearchPath {
  private final List<Path> folders;
  private final List<String> endings;

  /// @param variables the environment that `PATH` is taken from
  public SearchPath(Map<String, String> variables) {
    this.folders =
        Stream.of(value(variables, "PATH").split(File.pathSeparator, -1))
            .filter(folder -> !folder.isBlank())
            .flatMap(folder -> path(folder).stream())
            .toList();
    this.endings = Platform.WINDOWS ? endings(value(variables, "PATHEXT")) : List.of("");
  }

  private static String value(Map<String, String> variables, String name) {
    return variables.entrySet().stream()
        .filter(each -> each.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  private static List<String> endings(String listed) {
    String known = listed.isBlank() ? ".EXE;.CMD;.BAT" : listed;
    return Stream.concat(Stream.of(""), Arrays.stream(known.split(";", -1))).toList();
  }

  private static Optional<Path> path(String folder) {
    try {
      return Optional.of(Path.of(folder));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /// The first program of that name, as an absolute path.
  public Optional<Path> find(String name) {
    return folders.stream()
        .flatMap(folder -> endings.stream().map(ending -> folder.resolve(name + ending)))
        .filter(SearchPath::isProgram)
        .map(Path::toAbsolutePath)
        .findFirst();
  }

  /// Whether a path is a file that may be run.
  public static boolean isProgram(Path path) {
    return Files.isRegularFile(path) && Files.isExecutable(path);
  }
}
