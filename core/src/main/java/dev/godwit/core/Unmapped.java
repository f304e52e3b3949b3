package dev.godwit.core;

import dev.godwit.core.catalog.ConfiguredStream;
import java.util.List;

/// The mapping that changes nothing.
final class Unmapped implements StreamMapping, RowMapper {
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
    return this;
  }

  @Override
  public Mapped map(RecordBatch batch) {
    return Mapped.all(batch);
  }

  @Override
  public void close() {}
}
