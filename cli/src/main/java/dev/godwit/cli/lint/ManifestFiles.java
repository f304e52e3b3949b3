package dev.godwit.cli.lint;

import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds manifests: files as they are named, and in folders every YAML file that looks like one.
public final class ManifestFiles {
  private static final Pattern YAML = Pattern.compile("[^.].*\\.ya?ml");
  private static final Pattern MANIFEST =
      Pattern.compile(
          "^type: *[\"']?DeclarativeSource\\b|^check:[\\s\\S]*^(dynamic_)?streams:"
              + "|^(dynamic_)?streams:[\\s\\S]*^check:",
          Pattern.MULTILINE);

  private final Path folder;

  /// @param folder what relative names are relative to
  public ManifestFiles(Path folder) {
    this.folder = folder;
  }

  /// The files behind names, in their order; those of a folder in alphabetical order.
  ///
  /// @throws GodwitException CONFIG `lint.no-manifest` when there are none
  public List<NamedFile> find(List<String> names) {
    List<NamedFile> files = new ArrayList<>();
    for (String name : names) {
      Path path = folder.resolve(name);
      if (Files.isDirectory(path)) {
        files.addAll(in(path));
      } else {
        files.add(new NamedFile(name, path));
      }
    }
    if (files.isEmpty()) {
      throw GodwitException.config(
              "lint.no-manifest", "There is no manifest in " + String.join(", ", names))
          .hint("Name the file itself if it is one.");
    }
    return files;
  }

  private List<NamedFile> in(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> isVisible(root.relativize(file)))
          .filter(file -> YAML.matcher(file.getFileName().toString()).matches())
          .filter(Files::isRegularFile)
          .filter(ManifestFiles::looksLikeManifest)
          .sorted()
          .map(file -> new NamedFile(name(file), file))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw GodwitException.config("lint.unreadable", "Cannot look through the folder " + root)
          .hint("Check that it may be read.")
          .causedBy(e);
    }
  }

  private static boolean isVisible(Path file) {
    for (Path step : file) {
      if (step.toString().startsWith(".")) {
        return file.toString().isEmpty();
      }
    }
    return true;
  }

  private static boolean looksLikeManifest(Path file) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return MANIFEST.matcher(text).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String name(Path file) {
    Path base = folder.toAbsolutePath();
    Path whole = file.toAbsolutePath();
    return whole.startsWith(base) ? base.relativize(whole).toString() : file.toString();
  }
}
