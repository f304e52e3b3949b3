package dev.godwit.destinations.files;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.destinations.internal.rowfile.AvroContainer;
import dev.godwit.destinations.internal.rowfile.AvroForm;
import dev.godwit.destinations.internal.rowfile.CsvForm;
import dev.godwit.destinations.internal.rowfile.JsonLineForm;
import dev.godwit.destinations.internal.rowfile.RowCounter;
import dev.godwit.destinations.internal.table.TableShape;

/// Chooses what makes files of a format.
final class FileMakers {
  private FileMakers() {}

  static FileMaker of(FilesPlace place, StreamName stream, TableShape shape, long generation) {
    Compression compression = place.options().compression();
    boolean packed = compression == Compression.GZIP;
    return switch (place.options().format()) {
      case PARQUET -> new ParquetFiles(place.export(), shape, generation, compression.inParquet());
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
