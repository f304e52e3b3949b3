package dev.godwit;

import dev.godwit.core.Source;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.error.GodwitException;
import dev.godwit.mapping.pii.PiiScan;
import java.util.ArrayList;
import java.util.List;

/// Looks for personal data in the first rows of streams, one stream after the other.
final class Scanning {
  private final Source source;
  private final int limit;

  Scanning(Source source, int limit) {
    this.source = source;
    this.limit = limit;
  }

  /// @param names of streams; empty for all
  List<StreamScan> streams(List<String> names) {
    Catalog catalog = source.discover();
    List<Stream> chosen =
        names.isEmpty()
            ? catalog.streams()
            : names.stream().map(name -> StreamChoice.find(catalog, name)).toList();
    List<StreamScan> scans = new ArrayList<>();
    chosen.forEach(stream -> scans.add(scan(stream)));
    return scans;
  }

  private StreamScan scan(Stream stream) {
    PiiScan scan = new PiiScan(stream.name().name());
    try {
      new Preview(source, limit).rows(stream).forEach(scan::add);
      return new StreamScan(stream, scan.rows(), scan.findings(), null);
    } catch (GodwitException e) {
      return new StreamScan(stream, scan.rows(), scan.findings(), e);
    }
  }
}
