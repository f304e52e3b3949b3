package dev.godwit.cli.image;

import java.nio.file.Path;

/// What lies in a tarball. Names have no slash before them, folders none after them.
sealed interface TarEntry {
  String name();

  record Folder(String name) implements TarEntry {}

  /// A file that is read when it is written.
  ///
  /// @param seconds when it was changed, since 1970
  record OnDisk(String name, Path content, boolean executable, long seconds) implements TarEntry {}

  record InMemory(String name, byte[] content) implements TarEntry {}

  record Link(String name, String target) implements TarEntry {}
}
