package dev.godwit.destinations.files;

import dev.godwit.destinations.internal.ledger.DataFile;
import dev.godwit.storage.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Some files of a stream on this machine, where DuckDB reads them: as they lie there, or as copies
/// that go when this is closed.
///
/// @param paths of the file system
/// @param copies those that are copies
record CommittedFiles(List<String> paths, List<Path> copies) implements AutoCloseable {
  /// As many bytes are copied at once.
  private static final long MOST = 256L << 20;

  /// The files in their order, in groups of which one at a time should be brought here.
  static List<List<DataFile>> groups(List<DataFile> files) {
    List<List<DataFile>> groups = new ArrayList<>();
    long bytes = MOST;
    for (DataFile file : files) {
      if (bytes + file.bytes() > MOST) {
        groups.add(new ArrayList<>());
        bytes = 0;
      }
      groups.getLast().add(file);
      bytes += file.bytes();
    }
    return groups;
  }

  /// Brings files here, if they are elsewhere.
  static CommittedFiles bring(List<DataFile> files, FilesPlace place) {
    Storage storage = place.storage();
    CommittedFiles here = new CommittedFiles(new ArrayList<>(), new ArrayList<>());
    try {
      for (DataFile file : files) {
        String address = storage.address(file.path());
        if (address.contains("://")) {
          Path copy = place.staging().newFile();
          here.copies.add(copy);
          storage.download(file.path(), copy);
          address = copy.toString();
        }
        here.paths.add(address);
      }
      return here;
    } catch (RuntimeException e) {
      here.close();
      throw e;
    }
  }

  @Override
  public void close() {
    for (Path copy : copies) {
      try {
        Files.deleteIfExists(copy);
      } catch (IOException e) {
        // It stays in the staging folder, which is removed by the next run at the latest.
      }
    }
  }
}
