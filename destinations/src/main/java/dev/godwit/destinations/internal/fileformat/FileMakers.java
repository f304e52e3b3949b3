package dev.godwit.destinations.internal.fileformat;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.destinations.duckdb.ParquetExport;
import dev.godwit.destinations.internal.rowfile.AvroContainer;
import dev.godwit.destinations.internal.rowfile.AvroForm;
import dev.godwit.destinations.internal.rowfile.CsvForm;
import dev.godwit.destinations.internal.rowfile.JsonLineForm;
import dev.godwit.destinations.internal.rowfile.RowCounter;
import dev.godwit.destinations.internal.table.TableShape;
import java.util.function.Supplier;

/// Chooses what makes files of a format.
public final class FileMakers {
  private FileMakers() {}

  /// What makes files of a stream's rows.
  ///
  /// @param export makes Parquet files
  /// @param generation number of the refresh that the rows belong to
  public static FileMaker of(
      FileFormat format,
      Compression compression,
      Supplier<ParquetExport> export,
      StreamName stream,
      TableShape shape,
      long generation) {
    boolean packed = compression == Compression.GZIP;
    return switch (format) {
      case PARQUET -> new ParquetFiles(export.get(), shape, generation, compression.inParquet());
      case JSONL ->
          new JoinedFiles(
              () -> JsonLineForm.encoder(shape, generation),
              new byte[0],
              RowCounter::ofLines,
              packed);
      case CSV ->
          new JoinedFiles(
              () -> CsvForm.encoder(shape, generation),
              CsvForm.header(shape),
              RowCounter::ofQuotedLines,
              packed);
      case AVRO -> {
        AvroContainer container =
            AvroContainer.of(stream.name(), shape, compression == Compression.DEFLATE);
        yield new JoinedFiles(
            () -> AvroForm.encoder(shape, generation, container),
            container.header(),
            RowCounter::ofBlocks,
            false);
      }
    };
  }
}
