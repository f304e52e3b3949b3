package dev.godwit.core;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A configured connector that writes. Safe for use by several threads; each writer belongs to one.
public interface Destination extends AutoCloseable {
  /// Tries whether rows could be written, and changes nothing.
  CheckResult check();

  /// What was committed with the stream's rows; {@link StoredStream#NONE} when it was never synced.
  /// A state that can't be read is no error here, but {@link StoredStream#damage}.
  StoredStream stored(StreamName stream);

  /// Where reading a stretch of a stream again was interrupted; null when it was not begun, or is
  /// done.
  default @Nullable StreamState backfill(StreamName stream, CursorRange range) {
    return null;
  }

  /// The streams that were ever committed, cleared ones among them, by name.
  List<StreamName> streams();

  Delivery delivery();

  /// How rows can be written.
  default Set<WriteMode> writeModes() {
    return EnumSet.allOf(WriteMode.class);
  }

  /// Whether a replacement that was interrupted can be gone on with; else it begins anew, and
  /// nothing of it is committed before it is complete.
  default boolean resumesReplacements() {
    return true;
  }

  /// Tells this place from others: two destinations that write to the same tables or files have
  /// equal ones.
  default Object place() {
    return this;
  }

  /// What was committed, as a source for another destination: each stream with the types that it
  /// has here, read whole. The caller closes it; this destination stays open as long.
  ///
  /// @throws GodwitException CONFIG `destination.no-contents` when the destination can't be read
  default Source contents() {
    throw GodwitException.config(
        "destination.no-contents", "What was written to this destination can't be read again.");
  }

  /// How much may pile up before it should be committed.
  CommitPolicy commitPolicy();

  /// Forgets a stream: its rows, its state, and what was collected to replace them. Its generation
  /// goes on counting. All or nothing; a stream that is not there is no error.
  ///
  /// @return how many rows are gone
  long clear(StreamName stream);

  /// Notes what became of a run, where the destination has a place for it; called once, when all
  /// its writers are closed. A run that wrote nothing at all leaves a destination that does not
  /// exist as it is.
  default void remember(List<RunEntry> run) {}

  /// Opens a writer that changes nothing: it compares the rows that it is given with those that are
  /// there, and tells with a COMPLETE checkpoint how they differ.
  ///
  /// @param plan reads the stream from its beginning
  /// @throws GodwitException CONFIG `destination.no-comparison` when the destination can't be read
  default StreamWriter compare(StreamPlan plan, Consumer<Comparison> found) {
    throw GodwitException.config(
        "destination.no-comparison", "This destination can't be compared with a source.");
  }

  /// What will be executed to make the destination ready for a stream's rows, in its own language;
  /// empty where nothing is, or nothing can be told. Changes nothing.
  ///
  /// @throws GodwitException when the destination can't take the stream as planned
  default List<String> statements(StreamPlan plan) {
    return List.of();
  }

  /// The last runs of a stream that ended well, newest first; empty where none is remembered.
  ///
  /// @param most how many at most
  default List<PastRun> past(StreamName stream, int most) {
    return List.of();
  }

  /// Prepares to write one stream. Nothing that readers of the destination can see changes before a
  /// commit.
  StreamWriter open(StreamPlan plan);

  @Override
  void close();
}
