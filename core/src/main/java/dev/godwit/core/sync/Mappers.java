package dev.godwit.core.sync;

import dev.godwit.core.ContractRun;
import dev.godwit.core.Mapped;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.RowMapper;
import dev.godwit.core.StreamMapping;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.policy.ChainedMapper;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The mappers of one stream, each with a check of its contract: as many as there are threads that
/// map at once, since making one may cost more than mapping a short slice. Safe for use by several
/// threads, until it is closed.
final class Mappers implements AutoCloseable {
  private final StreamMapping mapping;
  private final ContractRun contract;
  private final ConcurrentLinkedQueue<RowMapper> idle = new ConcurrentLinkedQueue<>();

  Mappers(StreamMapping mapping, ContractRun contract) {
    this.mapping = mapping;
    this.contract = contract;
  }

  /// Maps a batch and sees to it that no row got lost on the way.
  Mapped map(RecordBatch batch) {
    RowMapper free = idle.poll();
    RowMapper mapper = free == null ? new ChainedMapper(mapping.open(), contract.open()) : free;
    try {
      Mapped mapped = mapper.map(batch);
      if (mapped.known() != batch.rows()) {
        throw GodwitException.contract(
            "sync.count-mismatch",
            "A mapping was given %,d rows, but said of %,d what became of them."
                .formatted(batch.rows(), mapped.known()));
      }
      return mapped;
    } finally {
      idle.add(mapper);
    }
  }

  /// Closes the mappers. Whoever maps has ended before.
  @Override
  public void close() {
    for (RowMapper mapper = idle.poll(); mapper != null; mapper = idle.poll()) {
      mapper.close();
    }
  }
}
