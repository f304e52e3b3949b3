package dev.godwit.destinations.internal.fileformat;

import dev.godwit.destinations.duckdb.ParquetExport;
import dev.godwit.destinations.internal.staging.Load;
import dev.godwit.destinations.internal.staging.RowEncoder;
import dev.godwit.destinations.internal.table.TableShape;
import java.nio.file.Path;

/// Makes Parquet files.
///
/// @param compression as DuckDB names it
record ParquetFiles(ParquetExport export, TableShape shape, long generation, String compression)
    implements FileMaker {
  @Override
  public RowEncoder encoder() {
    return export.encoder(shape);
  }

  @Override
  public long make(Load load, Path target) {
    return export.write(load, shape, generation, compression, target);
  }
}
