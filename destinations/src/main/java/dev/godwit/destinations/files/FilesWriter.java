package dev.godwit.destinations.files;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.JsonRows;
import dev.godwit.core.Landing;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.RejectedRow;
import dev.godwit.core.Slice;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.destinations.internal.fileformat.FileFormat;
import dev.godwit.destinations.internal.fileformat.FileMaker;
import dev.godwit.destinations.internal.ledger.FileSet;
import dev.godwit.destinations.internal.ledger.Ledger;
import dev.godwit.destinations.internal.stored.QuarantineRows;
import dev.godwit.destinations.internal.table.Column;
import dev.godwit.destinations.internal.table.TableShape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes one stream: rows wait on disk as they arrive, become files when their slices are
/// committed, and are stored together with the state.
final class FilesWriter implements StreamWriter {
  private final FilesPlace place;
  private final StreamPlan plan;
  private final FilesCommit commits;
  private final WaitingRows waiting;
  private @Nullable WaitingRows rejected;
  private boolean closed;

  private FilesWriter(FilesPlace place, StreamPlan plan, FilesCommit commits, WaitingRows waiting) {
    this.place = place;
    this.plan = plan;
    this.commits = commits;
    this.waiting = waiting;
  }

  /// Opens a writer. Looks at what is there, and changes nothing.
  ///
  /// @throws GodwitException CONFIG `files.write-mode` when rows would change rows,
  ///   `files.other-format` when the rows of the stream lie in files of another format
  static FilesWriter open(FilesPlace place, StreamPlan plan) {
    requireMode(plan);
    Ledger ledger = place.ledgers().begin(plan.name());
    FileSet base = base(plan, ledger);
    requireFormat(place.options().format(), plan, ledger);
    TableShape shape = shape(place.options().format(), plan, base);
    Partitioning partitioning =
        Partitioning.of(place.options().partitions(), plan.name().toString(), shape);
    FileMaker maker = place.maker(plan.name(), shape, plan.generation().id());
    return new FilesWriter(
        place,
        plan,
        new FilesCommit(place, plan, shape, ledger, base),
        new WaitingRows(place, maker, partitioning));
  }

  private static void requireMode(StreamPlan plan) {
    WriteMode mode = plan.stream().writeMode();
    if (!FilesDestination.MODES.contains(mode)) {
      throw GodwitException.config(
              "files.write-mode", "Rows in files can't be written with " + mode.wireName() + ".")
          .hint("Write them with append or overwrite.")
          .at(Place.stream(plan.name().toString()));
    }
  }

  /// The files that the new ones join.
  private static FileSet base(StreamPlan plan, Ledger ledger) {
    if (!plan.generation().replaces()) {
      return ledger.current();
    }
    return plan.state() == null ? FileSet.NONE : ledger.collected();
  }

  private static TableShape shape(FileFormat format, StreamPlan plan, FileSet base) {
    List<String> present = base.columns().stream().map(Column::name).toList();
    return TableShape.of(plan.stream(), format::fitted, present, format.hasStructs())
        .joined(base.types(), FileSet::folded);
  }

  private static void requireFormat(FileFormat format, StreamPlan plan, Ledger ledger) {
    boolean other =
        !ledger.current().files().isEmpty() && !ledger.format().equals(format.wireName());
    if (other && !plan.generation().replaces()) {
      throw GodwitException.config(
              "files.other-format",
              "The rows of the stream lie in files of %s, not %s."
                  .formatted(ledger.format(), format.wireName()))
          .hint("Write to another folder, or replace all rows with --full-refresh.")
          .at(Place.stream(plan.name().toString()));
    }
  }

  @Override
  public void append(RecordBatch batch) {
    switch (batch) {
      case JsonRows rows -> waiting.append(rows);
    }
  }

  @Override
  public void reject(List<RejectedRow> rows) {
    WaitingRows aside = rejected == null ? quarantine() : rejected;
    rejected = aside;
    QuarantineRows.of(rows).forEach(aside::append);
  }

  private WaitingRows quarantine() {
    FileMaker maker =
        place.maker(QuarantineRows.STREAM, QuarantineRows.SHAPE, plan.generation().id());
    return new WaitingRows(
        place,
        maker,
        Partitioning.of(List.of(), QuarantineRows.STREAM.name(), QuarantineRows.SHAPE));
  }

  @Override
  public void ended(Slice slice) {
    waiting.end(slice);
  }

  @Override
  public Landing commit(Checkpoint checkpoint) {
    List<MadeFile> made = new ArrayList<>();
    List<MadeFile> aside = new ArrayList<>();
    try {
      made.addAll(waiting.make(checkpoint.finished()));
      if (rejected != null) {
        aside.addAll(rejected.make(checkpoint.finished()));
      }
      Landing landing = landing(rows(made), rows(aside), checkpoint);
      commits.run(made, aside, checkpoint);
      return landing;
    } finally {
      WaitingRows.forget(made);
      WaitingRows.forget(aside);
    }
  }

  private static long rows(List<MadeFile> files) {
    return files.stream().mapToLong(MadeFile::rows).sum();
  }

  /// What will have landed.
  private Landing landing(long rows, long quarantined, Checkpoint checkpoint) {
    Landing landing = Landing.of(rows).withQuarantined(quarantined);
    if (plan.generation().replaces() && checkpoint.extent() == Extent.COMPLETE) {
      Landing.Replacement replacement =
          new Landing.Replacement(commits.visible(), commits.waiting() + rows);
      checkpoint.require(replacement);
      landing = landing.with(replacement);
    }
    checkpoint.requireAll(landing);
    return landing;
  }

  @Override
  public void abort() {
    waiting.close();
    if (rejected != null) {
      rejected.close();
    }
    if (commits.isLostWithoutEnd()) {
      commits.dropCollected();
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      abort();
    }
  }
}
