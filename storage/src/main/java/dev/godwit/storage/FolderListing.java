package dev.godwit.storage;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The files below a folder whose paths begin with a prefix. Links to folders are not followed, for
/// they may lead anywhere; the folder itself may be a link.
final class FolderListing extends SimpleFileVisitor<Path> {
  private Path root;
  private final String prefix;
  private final List<String> hidden;
  private final List<String> found = new ArrayList<>();

  /// @param hidden how paths begin that are left out
  FolderListing(Path root, String prefix, String... hidden) {
    this.root = root;
    this.prefix = prefix;
    this.hidden = List.of(hidden);
  }

  List<String> paths() throws IOException {
    if (!Files.isDirectory(root)) {
      return found;
    }
    root = root.toRealPath();
    Path folder = root.resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1));
    if (Files.isDirectory(folder)) {
      Files.walkFileTree(folder, this);
    }
    Collections.sort(found);
    return found;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    String path = root.relativize(file).toString().replace(File.separatorChar, '/');
    if (path.startsWith(prefix)
        && hidden.stream().noneMatch(path::startsWith)
        && Files.isRegularFile(file)) {
      found.add(path);
    }
    return FileVisitResult.CONTINUE;
  }

  /// What goes while it is looked at is not there.
  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
    if (e instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw e;
  }
}
