package dev.godwit.destinations.files;

import java.nio.file.Path;

/// A file that is ready to be stored.
///
/// @param local where it waits
/// @param folder below the stream's own that it belongs in; empty for that itself
/// @param name unlike that of any other file
record MadeFile(Path local, String folder, String name, long rows, long bytes) {
  /// Its path below a folder.
  String below(String parent) {
    return parent + "/" + (folder.isEmpty() ? "" : folder + "/") + name;
  }
}
