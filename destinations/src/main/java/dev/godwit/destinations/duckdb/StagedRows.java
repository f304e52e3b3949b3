package dev.godwit.destinations.duckdb;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows of one stream on their way to a commit, apart by slice, because slices come interleaved and
/// only finished ones may land. They stay in memory as long as the database's budget allows and a
/// slice has few; then they move to disk. For one thread.
final class StagedRows implements AutoCloseable {
  /// A page or two. Pages that wait longer in memory outlive the young generation, and the heap
  /// grows with the stream.
  static final long MOST_BYTES_OF_A_SLICE = 256L << 10;

  private final StagingFolder folder;
  private final StagingBudget budget;
  private final RowEncoder encoder;
  private final Map<Slice, SliceRows> slices = new LinkedHashMap<>();

  StagedRows(StagingFolder folder, StagingBudget budget, TableShape shape) {
    this.folder = folder;
    this.budget = budget;
    this.encoder = new RowEncoder(shape);
  }

  /// Takes rows.
  ///
  /// @return rows that may be loaded before their slice has ended, since no other slice has any;
  ///   null where there are none. Their files stay the slice's own.
  @Nullable Load append(JsonRows rows) {
    SliceRows slice = slices.computeIfAbsent(rows.slice(), unseen -> new SliceRows());
    slice.append(rows);
    budget.change(rows.page().length);
    if (slice.bytesInMemory() > MOST_BYTES_OF_A_SLICE) {
      spill(slice);
    }
    while (budget.isExceeded() && largest().bytesInMemory() > 0) {
      spill(largest());
    }
    List<Path> full = slices.size() == 1 ? slice.fullFiles() : List.of();
    return full.isEmpty() ? null : new Load(full, encoder.hasChanges(), encoder.longestLine());
  }

  private SliceRows largest() {
    return Collections.max(slices.values(), Comparator.comparingLong(SliceRows::bytesInMemory));
  }

  private void spill(SliceRows slice) {
    budget.change(-slice.bytesInMemory());
    try {
      slice.spill(folder, encoder);
    } catch (IOException e) {
      throw StagingFolder.failed(e);
    }
  }

  /// Hands out the rows of some slices, in the order given, for one commit. The load owns its
  /// files.
  Load take(List<Slice> finished) {
    Gathering gathering = new Gathering();
    try {
      for (Slice slice : finished) {
        SliceRows rows = slices.remove(slice);
        if (rows != null) {
          budget.change(-rows.bytesInMemory());
          gathering.add(rows);
        }
      }
      gathering.closeCommon();
    } catch (IOException e) {
      throw StagingFolder.failed(e);
    }
    slices.values().forEach(SliceRows::keepFiles);
    return new Load(gathering.files, encoder.hasChanges(), encoder.longestLine());
  }

  /// Forgets all rows and removes their files.
  @Override
  public void close() {
    List<Path> files = new ArrayList<>();
    for (SliceRows slice : slices.values()) {
      budget.change(-slice.bytesInMemory());
      files.addAll(slice.files());
      closeQuietly(slice);
    }
    slices.clear();
    new Load(files, false, 0).close();
  }

  private static void closeQuietly(SliceRows slice) {
    try {
      slice.closeFile();
    } catch (IOException e) {
      // Nobody wants its rows any more.
    }
  }

  /// Puts slices one after another: those that are in memory into common files, those that have
  /// files as they are.
  private final class Gathering {
    private final List<Path> files = new ArrayList<>();
    private @Nullable LineFile common;

    void add(SliceRows rows) throws IOException {
      if (!rows.files().isEmpty()) {
        closeCommon();
        rows.spill(folder, encoder);
        rows.closeFile();
        files.addAll(rows.files());
        return;
      }
      LineFile target = common;
      if (target == null) {
        target = new LineFile(folder);
        common = target;
        files.add(target.path());
      }
      rows.moveTo(target, encoder);
    }

    void closeCommon() throws IOException {
      if (common != null) {
        common.close();
        common = null;
      }
    }
  }
}
