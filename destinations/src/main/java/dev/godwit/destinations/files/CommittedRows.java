package dev.godwit.destinations.files;

import dev.godwit.core.Source;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.schema.StreamShape;
import dev.godwit.destinations.duckdb.DuckDbQuery;
import dev.godwit.destinations.internal.contents.ContentSource;
import dev.godwit.destinations.internal.contents.Relation;
import dev.godwit.destinations.internal.fileformat.FileFormat;
import dev.godwit.destinations.internal.fileformat.FileRelation;
import dev.godwit.destinations.internal.ledger.DataFile;
import dev.godwit.destinations.internal.ledger.FileSet;
import dev.godwit.destinations.internal.ledger.Ledger;
import dev.godwit.destinations.internal.sql.SqlThread;
import dev.godwit.destinations.internal.stored.QuarantineRows;
import dev.godwit.destinations.internal.table.TableShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rows that are committed, as DuckDB reads them.
record CommittedRows(FilesPlace place) {
  /// Runs a query over the streams that have rows, and over all rows in quarantine. Files that lie
  /// elsewhere are brought here first.
  ///
  /// @param alsoClosing done when the query is closed, or fails
  DuckDbQuery query(String sql, Runnable alsoClosing) {
    List<CommittedFiles> brought = new ArrayList<>();
    Runnable closing =
        () -> {
          brought.forEach(CommittedFiles::close);
          alsoClosing.run();
        };
    try {
      return DuckDbQuery.overViews(views(brought), sql, closing);
    } catch (RuntimeException e) {
      closing.run();
      throw e;
    }
  }

  private Map<StreamName, String> views(List<CommittedFiles> brought) {
    Map<StreamName, String> views = new LinkedHashMap<>();
    List<DataFile> quarantined = new ArrayList<>();
    for (Ledger ledger : ledgers()) {
      FileSet current = ledger.current();
      if (!current.files().isEmpty()) {
        views.put(ledger.stream(), select(relation(ledger), current.files(), brought));
      }
      quarantined.addAll(ledger.quarantined().files());
    }
    if (!quarantined.isEmpty()) {
      FileRelation relation =
          new FileRelation(place.options().format(), QuarantineRows.SHAPE.columns());
      views.put(QuarantineRows.STREAM, select(relation, quarantined, brought));
    }
    return views;
  }

  private String select(FileRelation relation, List<DataFile> files, List<CommittedFiles> brought) {
    CommittedFiles here = CommittedFiles.bring(files, place);
    brought.add(here);
    return relation.select(here.paths());
  }

  private List<Ledger> ledgers() {
    return place.ledgers().all().stream()
        .sorted(Comparator.comparing(ledger -> ledger.stream().toString()))
        .toList();
  }

  private static FileRelation relation(Ledger ledger) {
    FileFormat format = FileFormat.named(ledger.format());
    if (format == FileFormat.AVRO) {
      throw GodwitException.config("files.unreadable", "DuckDB reads no Avro files.")
          .hint("Use Parquet or JSON lines where rows are to be read again.");
    }
    return new FileRelation(format, ledger.current().columns());
  }

  /// The streams as a source. Their files are those of the moment when it is first asked.
  Source asSource() {
    Map<StreamName, Ledger> seen = new LinkedHashMap<>();
    return new ContentSource(
        () -> {
          ledgers().forEach(ledger -> seen.put(ledger.stream(), ledger));
          return seen.values().stream()
              .filter(ledger -> !ledger.format().isEmpty())
              .map(CommittedRows::content)
              .toList();
        },
        relation -> {
          Ledger ledger =
              seen.getOrDefault(relation.stream().name(), Ledger.of(QuarantineRows.STREAM));
          FileSet files = ledger.current();
          return new FilesFeed(
              place, relation, relation(ledger), CommittedFiles.groups(files.files()));
        },
        () ->
            new SqlThread(
                Thread.ofPlatform().name("files contents").daemon().factory(),
                e ->
                    GodwitException.transientError(
                            "files.reading", "Files of " + place.storage() + " can't be read.")
                        .causedBy(e)));
  }

  private static Relation content(Ledger ledger) {
    StreamShape shape = ledger.stored().shape();
    relation(ledger);
    return Relation.of(
        ledger.stream(),
        shape == null ? StreamShape.UNKNOWN : shape,
        "",
        ledger.current().columns(),
        TableShape.EXTRACTED_AT);
  }
}
