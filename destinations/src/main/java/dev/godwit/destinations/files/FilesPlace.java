package dev.godwit.destinations.files;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.destinations.duckdb.ParquetExport;
import dev.godwit.destinations.internal.fileformat.FileMaker;
import dev.godwit.destinations.internal.fileformat.FileMakers;
import dev.godwit.destinations.internal.ledger.Ledgers;
import dev.godwit.destinations.internal.staging.StagingBudget;
import dev.godwit.destinations.internal.staging.StagingFolder;
import dev.godwit.destinations.internal.table.TableShape;
import dev.godwit.storage.Storage;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// What the writers of a destination share. Safe for use by several threads.
final class FilesPlace implements AutoCloseable {
  /// Rows that wait for a commit in the Java heap, over all streams.
  private static final long STAGING_BYTES = 16L << 20;

  private final Storage storage;
  private final FileOptions options;
  private final Clock clock;
  private final FileStep.Listener steps;
  private final Ledgers ledgers;
  private final StagingBudget budget = new StagingBudget(STAGING_BYTES);
  private @Nullable StagingFolder staging;
  private @Nullable ParquetExport export;

  FilesPlace(Storage storage, FileOptions options, Clock clock, FileStep.Listener steps) {
    this.storage = storage;
    this.options = options;
    this.clock = clock;
    this.steps = steps;
    this.ledgers = new Ledgers(storage, clock);
  }

  Storage storage() {
    return storage;
  }

  FileOptions options() {
    return options;
  }

  Clock clock() {
    return clock;
  }

  FileStep.Listener steps() {
    return steps;
  }

  Ledgers ledgers() {
    return ledgers;
  }

  StagingBudget budget() {
    return budget;
  }

  /// Where rows and files wait. What dead processes have left there goes.
  synchronized StagingFolder staging() {
    StagingFolder folder = staging;
    if (folder == null) {
      folder = new StagingFolder(storage.nearby(), "files", FilesPlace::failed);
      folder.create();
      folder.clean();
      staging = folder;
    }
    return folder;
  }

  /// What makes files of a stream's rows.
  ///
  /// @param generation number of the refresh that the rows belong to
  FileMaker maker(StreamName stream, TableShape shape, long generation) {
    return FileMakers.of(
        options.format(), options.compression(), this::export, stream, shape, generation);
  }

  private synchronized ParquetExport export() {
    ParquetExport open = export;
    if (open == null) {
      open = ParquetExport.open(staging());
      export = open;
    }
    return open;
  }

  static GodwitException failed(IOException e) {
    return GodwitException.transientError(
            "files.staging", "Rows could not be staged on disk: " + e.getMessage())
        .hint("Check that the disk has space and can be written.")
        .causedBy(e);
  }

  @Override
  public synchronized void close() {
    if (export != null) {
      export.close();
      export = null;
    }
    if (staging != null) {
      staging.close();
      staging = null;
    }
    storage.close();
  }
}
