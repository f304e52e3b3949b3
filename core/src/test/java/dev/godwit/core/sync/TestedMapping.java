package dev.godwit.core.sync;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Mapped;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.RejectedRow;
import dev.godwit.core.RowMapper;
import dev.godwit.core.StreamMapping;
import dev.godwit.core.catalog.ConfiguredStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// A mapping that does what a test wants, and counts its mappers.
final class TestedMapping implements StreamMapping {
  private final Function<RecordBatch, Mapped> map;
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();

  private TestedMapping(Function<RecordBatch, Mapped> map) {
    this.map = map;
  }

  static TestedMapping of(Function<RecordBatch, Mapped> map) {
    return new TestedMapping(map);
  }

  int opened() {
    return opened.get();
  }

  int closed() {
    return closed.get();
  }

  @Override
  public ConfiguredStream written(ConfiguredStream read) {
    return read;
  }

  @Override
  public List<String> describe() {
    return List.of();
  }

  @Override
  public RowMapper open() {
    opened.incrementAndGet();
    return new RowMapper() {
      @Override
      public Mapped map(RecordBatch batch) {
        return map.apply(batch);
      }

      @Override
      public void close() {
        closed.incrementAndGet();
      }
    };
  }

  /// Only the first row goes on.
  static Mapped firstRow(RecordBatch batch) {
    JsonRows rows = (JsonRows) batch;
    JsonRows.Builder first = new JsonRows.Builder();
    first.add(rows, 0);
    return new Mapped(
        first.build(rows.slice(), rows.page(), rows.emittedAt()), rows.rows() - 1L, List.of());
  }

  static Mapped noRow(RecordBatch batch) {
    return new Mapped(null, batch.rows(), List.of());
  }

  /// All rows go to quarantine.
  static Mapped rejected(RecordBatch batch, String reason) {
    List<RejectedRow> rejected = new ArrayList<>();
    for (int row = 0; row < batch.rows(); row++) {
      rejected.add(new RejectedRow(batch.slice(), new byte[] {'{', '}'}, reason, "bad", null, 0));
    }
    return new Mapped(null, 0, rejected);
  }
}
