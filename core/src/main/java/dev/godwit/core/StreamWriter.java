package dev.godwit.core;

import dev.godwit.core.error.GodwitException;
import java.util.List;
import java.util.function.Consumer;

/// Writes one stream of one run. For one thread.
public interface StreamWriter extends AutoCloseable {
  /// Takes rows. They stay invisible until a checkpoint names their slice as finished.
  void append(RecordBatch batch);

  /// Takes rows that may not land where they belong, of one slice. They become visible in
  /// quarantine, with the other rows of their slice.
  ///
  /// @throws GodwitException CONFIG `destination.no-quarantine` when the destination has none
  default void reject(List<RejectedRow> rows) {
    throw GodwitException.config(
            "destination.no-quarantine", "This destination has no place for rejected rows.")
        .hint("Let such rows stop the stream, or leave them out.");
  }

  /// Says that a slice has no more rows, and that the next checkpoint names it as finished. A
  /// writer may begin with the work that the checkpoint asks for, as long as nobody sees it before.
  default void ended(Slice slice) {}

  /// Makes the rows of the finished slices and the state durable, both or neither. A COMPLETE
  /// checkpoint also ends a replacement: from then on readers see the new rows instead of the old
  /// ones.
  ///
  /// A writer that can take a commit back asks {@link Checkpoint#requireAll} before it.
  ///
  /// A writer of a generation that replaces others keeps what PARTIAL checkpoints bring beside the
  /// old rows. Where they carry a state, it stores that as {@link StoredStream#unfinished}, and a
  /// later writer of the same generation goes on there. Before a replacement happens, the writer
  /// asks {@link Checkpoint#require}.
  Landing commit(Checkpoint checkpoint);

  /// As {@link #commit(Checkpoint)}, for destinations that say only later what has become durable.
  ///
  /// @param landed is told when rows and state are durable, once a checkpoint and in the order of
  ///   the checkpoints, by the thread that calls this writer: within this call or a later one, the
  ///   one that closes it among them. It has been told of all when this returns for a COMPLETE one
  default void commit(Checkpoint checkpoint, Consumer<Landing> landed) {
    landed.accept(commit(checkpoint));
  }

  /// Forgets what was not committed, and what no later writer can go on with. Rows that were
  /// visible before stay as they are.
  void abort();

  /// Releases what the writer holds; without a commit before, as {@link #abort()}.
  @Override
  void close();
}
