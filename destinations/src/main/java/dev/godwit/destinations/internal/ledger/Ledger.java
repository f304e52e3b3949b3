package dev.godwit.destinations.internal.ledger;

import dev.godwit.core.CursorRange;
import dev.godwit.core.StoredStream;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.StreamName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All that is known about a stream: the files that hold its rows, and the state that covers them.
/// Readers of the stream see the files of {@link #current}, and nothing else.
///
/// @param format name of the files' format; empty where there was never a file
/// @param stored what was committed with the rows
/// @param damaged the state as it stands there where it can't be read; null where it can
/// @param collected files that are to replace the current ones once the stream is complete
/// @param quarantined files with rows that may not land in the stream
/// @param leftover paths of files that belong to nothing and may exist
public record Ledger(
    StreamName stream,
    String format,
    StoredStream stored,
    @Nullable Object damaged,
    FileSet current,
    FileSet collected,
    FileSet quarantined,
    List<Backfill> backfills,
    Set<String> leftover) {
  public Ledger {
    backfills = List.copyOf(backfills);
    leftover = Set.copyOf(leftover);
  }

  /// A stream that was never synced.
  public static Ledger of(StreamName stream) {
    return new Ledger(
        stream,
        "",
        StoredStream.NONE,
        null,
        FileSet.NONE,
        FileSet.NONE,
        FileSet.NONE,
        List.of(),
        Set.of());
  }

  /// This ledger with another state.
  public Ledger with(StoredStream other) {
    Object kept = other.damage() == null ? null : damaged;
    return new Ledger(
        stream, format, other, kept, current, collected, quarantined, backfills, leftover);
  }

  /// This ledger with other files.
  ///
  /// @param name of their format
  public Ledger with(String name, FileSet visible, FileSet waiting) {
    return new Ledger(
        stream, name, stored, damaged, visible, waiting, quarantined, backfills, leftover);
  }

  /// This ledger with other files of rejected rows.
  public Ledger withQuarantined(FileSet others) {
    return new Ledger(
        stream, format, stored, damaged, current, collected, others, backfills, leftover);
  }

  /// This ledger with paths that may exist and belong to nothing, and no others.
  public Ledger leaving(Collection<String> paths) {
    return new Ledger(
        stream,
        format,
        stored,
        damaged,
        current,
        collected,
        quarantined,
        backfills,
        Set.copyOf(paths));
  }

  /// The paths of all files that belong to the stream, but for those in quarantine.
  public Set<String> paths() {
    Set<String> paths = new LinkedHashSet<>(current.paths());
    paths.addAll(collected.paths());
    return paths;
  }

  /// Where a back-fill stopped; null when it was not begun, or is done.
  public @Nullable StreamState backfill(CursorRange range) {
    return backfills.stream()
        .filter(begun -> begun.isOf(range))
        .findFirst()
        .map(Backfill::state)
        .orElse(null);
  }

  /// This ledger with how far a back-fill has come.
  ///
  /// @param state null when it is done, or can't be gone on with
  public Ledger with(CursorRange range, @Nullable StreamState state) {
    List<Backfill> others = new ArrayList<>(backfills);
    others.removeIf(begun -> begun.isOf(range));
    if (state != null) {
      others.add(Backfill.of(range, state));
    }
    return withBackfills(others);
  }

  /// This ledger without any back-fill.
  public Ledger withoutBackfills() {
    return withBackfills(List.of());
  }

  private Ledger withBackfills(List<Backfill> others) {
    return new Ledger(
        stream, format, stored, damaged, current, collected, quarantined, others, leftover);
  }
}
