package dev.godwit.cache;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.sync.StreamReport;
import dev.godwit.core.sync.SyncReport;
import java.util.List;
import java.util.stream.Stream;

/// What a reading has brought. Immutable and thread-safe.
///
/// @param report what became of each stream
/// @param cache where the rows are
public record ReadResult(SyncReport report, Cache cache) {
  /// The names of the streams that were read, in the order in which they were started.
  public List<String> streams() {
    return report.streams().stream().map(each -> each.plan().name().toString()).toList();
  }

  /// A stream as it is in the cache now, rows of earlier readings among its rows.
  ///
  /// @throws GodwitException CONFIG `stream.unknown` when the cache has no such stream
  public CachedStream stream(String name) {
    return cache.stream(name);
  }

  /// How many rows of a stream this reading has brought; zero for streams that were not read.
  public long rows(String stream) {
    return report.streams().stream()
        .filter(each -> each.plan().name().toString().equals(stream))
        .mapToLong(StreamReport::rowsCommitted)
        .sum();
  }

  /// How many rows this reading has brought.
  public long rows() {
    return report.rowsCommitted();
  }

  /// This result, where no stream has failed.
  ///
  /// @throws GodwitException the error of the first stream that failed; those of others are
  ///   suppressed by it
  public ReadResult orThrow() {
    List<GodwitException> errors = report.streams().stream().flatMap(ReadResult::error).toList();
    if (errors.isEmpty()) {
      return this;
    }
    GodwitException first = errors.getFirst();
    errors.stream().skip(1).forEach(first::addSuppressed);
    throw first;
  }

  private static Stream<GodwitException> error(StreamReport stream) {
    GodwitException error = stream.error();
    return error == null
        ? Stream.empty()
        : Stream.of(error.at(Place.stream(stream.plan().name().toString())));
  }
}
