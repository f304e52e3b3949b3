package dev.godwit.destinations.internal.staging;

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

/// Rows of one stream on their way to a commit, apart by slice until it has ended, because slices
/// come interleaved and only ended ones may land. They stay in memory as long as the database's
/// budget allows and a slice has few; then they move to disk. For one thread.
public final class StagedRows implements AutoCloseable {
  /// A page or two. Pages that wait longer in memory outlive the young generation, and the heap
  /// grows with the stream.
  public static final long MOST_BYTES_OF_A_SLICE = 256L << 10;

  private final StagingFolder folder;
  private final StagingBudget budget;
  private final RowEncoder encoder;
  private final Map<Slice, SliceRows> slices = new LinkedHashMap<>();
  private final EndedRows ended;

  public StagedRows(StagingFolder folder, StagingBudget budget, RowEncoder encoder) {
    this.folder = folder;
    this.budget = budget;
    this.encoder = encoder;
    this.ended = new EndedRows(folder, encoder);
  }

  /// Takes rows.
  ///
  /// @return rows that may be loaded before their slice has ended, since no other slice is being
  ///   read; null where there are none
  public @Nullable Load append(JsonRows rows) {
    SliceRows slice = slices.computeIfAbsent(rows.slice(), unseen -> new SliceRows());
    slice.append(rows);
    budget.change(rows.page().length);
    if (slice.bytesInMemory() > MOST_BYTES_OF_A_SLICE) {
      spill(slice);
    }
    while (budget.isExceeded() && largest().bytesInMemory() > 0) {
      spill(largest());
    }
    return slices.size() == 1 ? load(slice.fullFiles()) : null;
  }

  /// Notes that a slice has no more rows.
  ///
  /// @return rows of ended slices that may be loaded before their checkpoint; null where they are
  ///   few
  public @Nullable Load end(Slice slice) {
    SliceRows rows = slices.remove(slice);
    try {
      if (rows != null) {
        budget.change(-rows.bytesInMemory());
        ended.add(rows);
      }
      return load(ended.enough());
    } catch (IOException e) {
      throw folder.failed(e);
    }
  }

  private @Nullable Load load(List<Path> files) {
    return files.isEmpty() ? null : new Load(files, encoder.hasChanges(), encoder.longestRow());
  }

  private SliceRows largest() {
    return Collections.max(slices.values(), Comparator.comparingLong(SliceRows::bytesInMemory));
  }

  private void spill(SliceRows slice) {
    budget.change(-slice.bytesInMemory());
    try {
      slice.spill(folder, encoder);
    } catch (IOException e) {
      throw folder.failed(e);
    }
  }

  /// Hands out the rows of the slices that have ended, in that order, for one commit. The load owns
  /// its files.
  ///
  /// @param finished ends those that have not
  public Load take(List<Slice> finished) {
    finished.forEach(this::end);
    slices.values().forEach(SliceRows::keepFiles);
    try {
      return new Load(ended.take(), encoder.hasChanges(), encoder.longestRow());
    } catch (IOException e) {
      throw folder.failed(e);
    }
  }

  /// Forgets all rows and removes their files.
  @Override
  public void close() {
    List<Path> files = new ArrayList<>();
    for (SliceRows slice : slices.values()) {
      budget.change(-slice.bytesInMemory());
      files.addAll(slice.files());
      closeQuietly(slice::closeFile);
    }
    slices.clear();
    closeQuietly(() -> files.addAll(ended.take()));
    new Load(files, false, 0).close();
  }

  private interface Closing {
    void run() throws IOException;
  }

  private static void closeQuietly(Closing closing) {
    try {
      closing.run();
    } catch (IOException e) {
      // Nobody wants the rows any more.
    }
  }
}
