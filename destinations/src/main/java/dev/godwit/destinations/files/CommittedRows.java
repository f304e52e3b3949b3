package dev.godwit.destinations.files;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.destinations.internal.ledger.FileSet;
import dev.godwit.destinations.internal.ledger.Ledger;
import dev.godwit.destinations.internal.stored.QuarantineRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The rows that are committed, as DuckDB reads them.
record CommittedRows(FilesPlace place) {
  private static final StreamName QUARANTINE = StreamName.of("_godwit_quarantine");

  /// A query for each stream that has rows, and one for all rows in quarantine.
  Map<StreamName, String> queries() {
    Map<StreamName, String> queries = new LinkedHashMap<>();
    List<String> quarantined = new ArrayList<>();
    FileFormat format = place.options().format();
    for (Ledger ledger : place.ledgers().all()) {
      if (!ledger.current().files().isEmpty()) {
        queries.put(ledger.stream(), query(ledger));
      }
      quarantined.addAll(addresses(ledger.quarantined()));
    }
    if (!quarantined.isEmpty()) {
      FileRelation relation = new FileRelation(format, QuarantineRows.SHAPE.columns());
      queries.put(QUARANTINE, relation.select(quarantined));
    }
    return queries;
  }

  /// The rows of a stream that has some.
  String query(Ledger ledger) {
    FileFormat format = FileFormat.valueOf(ledger.format().toUpperCase(Locale.ROOT));
    if (format == FileFormat.AVRO) {
      throw GodwitException.config("files.unreadable", "DuckDB reads no Avro files.")
          .hint("Use Parquet or JSON lines where rows are to be read again.");
    }
    return new FileRelation(format, ledger.current().columns()).select(addresses(ledger.current()));
  }

  private List<String> addresses(FileSet files) {
    return files.paths().stream().map(place.storage()::address).toList();
  }
}
