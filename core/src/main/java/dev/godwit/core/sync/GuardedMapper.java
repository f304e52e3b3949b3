package dev.godwit.core.sync;

import dev.godwit.core.Mapped;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.RejectedRow;
import dev.godwit.core.RowMapper;
import java.util.ArrayList;
import java.util.List;

/// Changes rows, and then checks what has become of them.
record GuardedMapper(RowMapper mapping, RowMapper contract) implements RowMapper {
  @Override
  public Mapped map(RecordBatch batch) {
    Mapped mapped = mapping.map(batch);
    RecordBatch rows = mapped.rows();
    return rows == null ? mapped : both(mapped, contract.map(rows));
  }

  private static Mapped both(Mapped mapped, Mapped checked) {
    if (mapped.filtered() == 0 && mapped.rejected().isEmpty()) {
      return checked;
    }
    List<RejectedRow> rejected = new ArrayList<>(mapped.rejected());
    rejected.addAll(checked.rejected());
    return new Mapped(checked.rows(), mapped.filtered() + checked.filtered(), rejected);
  }

  @Override
  public void close() {
    try (mapping;
        contract) {}
  }
}
