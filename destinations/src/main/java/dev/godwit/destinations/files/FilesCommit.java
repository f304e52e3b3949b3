package dev.godwit.destinations.files;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.CursorRange;
import dev.godwit.core.StreamPlan;
import dev.godwit.destinations.internal.ledger.DataFile;
import dev.godwit.destinations.internal.ledger.FileNames;
import dev.godwit.destinations.internal.ledger.FileSet;
import dev.godwit.destinations.internal.ledger.Ledger;
import dev.godwit.destinations.internal.stored.QuarantineRows;
import dev.godwit.destinations.internal.stored.Succession;
import dev.godwit.destinations.internal.table.TableShape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The commits of one stream. Each has one moment at which its files and its state are there: when
/// the ledger is put in the place of the one before. What is stored before that moment, and what
/// goes after it, is announced in the ledger first, so that whoever comes after a crash knows what
/// to remove. For one thread.
final class FilesCommit {
  /// Where files wait that are to replace others: no reader of a stream's folder meets them.
  private static final String COLLECTED = "_godwit/collected/";

  private final FilesPlace place;
  private final StreamPlan plan;
  private final TableShape shape;
  private Ledger ledger;

  /// Files that this run adds to.
  private FileSet base;

  /// @param base files that the new ones join
  FilesCommit(FilesPlace place, StreamPlan plan, TableShape shape, Ledger ledger, FileSet base) {
    this.place = place;
    this.plan = plan;
    this.shape = shape;
    this.ledger = ledger;
    this.base = base;
  }

  /// Rows that readers see.
  long visible() {
    return ledger.current().rows();
  }

  /// Rows that wait to replace others.
  long waiting() {
    return plan.generation().replaces() ? base.rows() : 0;
  }

  /// Whether files wait that nobody can go on with.
  boolean isLostWithoutEnd() {
    return ledger.stored().unfinished() == null && !ledger.collected().files().isEmpty();
  }

  /// Stores files and state, both or neither.
  void run(List<MadeFile> rows, List<MadeFile> rejected, Checkpoint checkpoint) {
    Instant now = place.clock().instant();
    boolean replaces = plan.generation().replaces();
    boolean complete = checkpoint.extent() == Extent.COMPLETE;
    String folder = place.options().folder().folder(plan.name(), now);
    String target = replaces && !complete ? COLLECTED + folder : folder;

    Map<MadeFile, DataFile> coming = new LinkedHashMap<>();
    rows.forEach(file -> coming.put(file, file(file, file.below(target))));
    List<DataFile> added = List.copyOf(coming.values());
    Map<String, DataFile> copied = new LinkedHashMap<>();
    if (replaces && complete) {
      base.files()
          .forEach(
              file -> copied.put(file.path(), file.at(file.path().substring(COLLECTED.length()))));
    }
    String aside = QuarantineRows.STREAM + "/" + FileNames.part(plan.name().toString());
    List<DataFile> quarantined = new ArrayList<>(ledger.quarantined().files());
    rejected.forEach(file -> {
      DataFile stored = file(file, file.below(aside));
      coming.put(file, stored);
      quarantined.add(stored);
    });

    Ledger next =
        next(checkpoint, added, List.copyOf(copied.values()), now)
            .withQuarantined(new FileSet(List.of(), quarantined));
    announce(coming, copied);
    store(coming, copied);
    Set<String> outdated = new HashSet<>(ledger.paths());
    outdated.addAll(copied.keySet());
    next.paths().forEach(outdated::remove);
    finish(next, outdated);
  }

  private DataFile file(MadeFile file, String path) {
    return new DataFile(path, file.rows(), file.bytes(), plan.generation().id());
  }

  /// What the ledger will be.
  private Ledger next(
      Checkpoint checkpoint, List<DataFile> added, List<DataFile> replacing, Instant now) {
    String format = place.options().format().wireName();
    boolean complete = checkpoint.extent() == Extent.COMPLETE;
    CursorRange range = plan.range();
    if (range != null) {
      base = base.plus(shape, added);
      return ledger
          .with(format, base, ledger.collected())
          .with(range, complete ? null : checkpoint.state());
    }
    Ledger stored = ledger.with(Succession.after(plan, ledger.stored(), checkpoint, now));
    if (!plan.generation().replaces()) {
      base = base.plus(shape, added);
      return stored.with(format, base, FileSet.NONE);
    }
    if (!complete) {
      base = base.plus(shape, added);
      return stored.with(ledger.format(), ledger.current(), base);
    }
    return stored.with(
        format, new FileSet(base.columns(), replacing).plus(shape, added), FileSet.NONE);
  }

  private void announce(Map<MadeFile, DataFile> coming, Map<String, DataFile> copied) {
    place.steps().reached(FileStep.MADE);
    if (!ledger.leftover().isEmpty()) {
      place.storage().delete(ledger.leftover());
    }
    Set<String> paths = new HashSet<>();
    coming.values().forEach(file -> paths.add(file.path()));
    copied.values().forEach(file -> paths.add(file.path()));
    if (!paths.isEmpty()) {
      ledger = ledger.leaving(paths);
      place.ledgers().write(ledger);
    }
    place.steps().reached(FileStep.ANNOUNCED);
  }

  private void store(Map<MadeFile, DataFile> coming, Map<String, DataFile> copied) {
    coming.forEach((made, file) -> place.storage().upload(made.local(), file.path()));
    copied.forEach((from, file) -> place.storage().copy(from, file.path()));
    place.steps().reached(FileStep.STORED);
  }

  private void finish(Ledger next, Set<String> outdated) {
    ledger = next.leaving(outdated);
    place.ledgers().write(ledger);
    place.steps().reached(FileStep.COMMITTED);
    place.storage().delete(outdated);
    place.steps().reached(FileStep.CLEARED);
  }

  /// Removes files that wait and that nobody can go on with.
  void dropCollected() {
    Set<String> outdated = Set.copyOf(ledger.collected().paths());
    base = FileSet.NONE;
    finish(ledger.with(ledger.format(), ledger.current(), FileSet.NONE), outdated);
  }
}
