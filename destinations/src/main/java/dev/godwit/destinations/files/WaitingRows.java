package dev.godwit.destinations.files;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.destinations.internal.fileformat.FileMaker;
import dev.godwit.destinations.internal.staging.Load;
import dev.godwit.destinations.internal.staging.RowEncoder;
import dev.godwit.destinations.internal.staging.StagedRows;
import dev.godwit.destinations.internal.staging.StagingFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Rows of one stream that wait to become files, apart by folder. For one thread.
final class WaitingRows implements AutoCloseable {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

  /// Characters of a random number, so many that no two files of a second share them.
  private static final int RANDOM = 18;

  private final FilesPlace place;
  private final FileMaker maker;
  private final Partitioning partitioning;
  private final RowEncoder encoder;
  private final Map<String, StagedRows> folders = new LinkedHashMap<>();

  /// How many bytes of a file come of a byte that was staged, as the last file had it.
  private double density = 1;

  WaitingRows(FilesPlace place, FileMaker maker, Partitioning partitioning) {
    this.place = place;
    this.maker = maker;
    this.partitioning = partitioning;
    this.encoder = maker.encoder();
  }

  void append(JsonRows rows) {
    partitioning
        .split(rows)
        .forEach((folder, part) -> folders.computeIfAbsent(folder, unseen -> stage()).append(part));
  }

  private StagedRows stage() {
    return new StagedRows(place.staging(), place.budget(), encoder);
  }

  /// Notes that a slice has no more rows.
  void end(Slice slice) {
    folders.values().forEach(rows -> rows.end(slice));
  }

  /// Makes files of the rows of slices that have ended.
  List<MadeFile> make(List<Slice> finished) {
    List<MadeFile> made = new ArrayList<>();
    try {
      for (Map.Entry<String, StagedRows> folder : folders.entrySet()) {
        try (Load load = folder.getValue().take(finished)) {
          make(load, folder.getKey(), made);
        }
      }
      return made;
    } catch (IOException e) {
      forget(made);
      throw place.staging().failed(e);
    } catch (RuntimeException e) {
      forget(made);
      throw e;
    }
  }

  private void make(Load load, String folder, List<MadeFile> made) throws IOException {
    StagingFolder staging = place.staging();
    int next = 0;
    while (next < load.files().size()) {
      int first = next;
      long staged = 0;
      while (next < load.files().size()
          && (next == first || staged * density < place.options().fileSize())) {
        staged += Files.size(load.files().get(next++));
      }
      Path local = staging.newFile();
      long rows = maker.make(load.only(load.files().subList(first, next)), local);
      long bytes = Files.size(local);
      density = staged == 0 ? 1 : (double) bytes / staged;
      String name =
          "%s-%s.%s"
              .formatted(
                  TIME.format(place.clock().instant().atOffset(ZoneOffset.UTC)),
                  UUID.randomUUID().toString().substring(0, RANDOM),
                  place.options().extension());
      made.add(new MadeFile(local, folder, name, rows, bytes));
    }
  }

  /// Removes files that are not stored.
  static void forget(List<MadeFile> made) {
    for (MadeFile file : made) {
      try {
        Files.deleteIfExists(file.local());
      } catch (IOException e) {
        // It stays in the staging folder, which is removed by the next run at the latest.
      }
    }
  }

  /// Forgets all rows.
  @Override
  public void close() {
    folders.values().forEach(StagedRows::close);
    folders.clear();
  }
}
