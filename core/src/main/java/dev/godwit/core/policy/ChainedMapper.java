package dev.godwit.core.policy;

import dev.godwit.core.Mapped;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.RowMapper;

/// One mapper after the other.
public record ChainedMapper(RowMapper first, RowMapper second) implements RowMapper {
  @Override
  public Mapped map(RecordBatch batch) {
    Mapped mapped = first.map(batch);
    RecordBatch rows = mapped.rows();
    return rows == null ? mapped : mapped.then(second.map(rows));
  }

  @Override
  public void close() {
    try (first;
        second) {}
  }
}
