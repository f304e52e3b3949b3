package dev.godwit.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files of this repository, built ones apart.
public final class Repository {
  static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private static final Pattern BUILT_OR_HIDDEN = Pattern.compile("target|\\..+|node_modules");
  private static final Pattern MAIN_SOURCE = Pattern.compile("[^/]+/src/main/java/.+\\.java");

  private Repository() {}

  /// Every Markdown page, in alphabetical order.
  static List<Page> pages() {
    return files().stream()
        .filter(file -> file.toString().endsWith(".md"))
        .map(Page::read)
        .toList();
  }

  /// A page by its path from the root.
  public static Page page(String path) {
    return Page.read(ROOT.resolve(path));
  }

  /// The source files of all modules, tests apart.
  static List<Path> mainSources() {
    return files().stream().filter(file -> MAIN_SOURCE.matcher(relative(file)).matches()).toList();
  }

  static String relative(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files.filter(Files::isRegularFile).filter(Repository::isKept).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isKept(Path file) {
    for (Path step : ROOT.relativize(file)) {
      if (BUILT_OR_HIDDEN.matcher(step.toString()).matches()) {
        return false;
      }
    }
    return true;
  }
}
