package dev.godwit.manifest.internal.stream;

import dev.godwit.core.StreamReader;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.log.Log;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.slice.CursorRules;
import dev.godwit.manifest.internal.slice.Cursors;
import dev.godwit.manifest.internal.slice.Partitions;
import dev.godwit.manifest.internal.slice.Router;
import dev.godwit.manifest.internal.slice.StreamCursor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A stream that is ready to be read. Thread-safe; each reading has its own cursor.
final class ManifestStream {
  private final Stream description;
  private final Retriever retriever;
  private final @Nullable CursorRules rules;
  private final boolean oneCursorForAll;
  private final Log log;

  /// @param rules null for a stream without a cursor
  ManifestStream(
      Stream description,
      Retriever retriever,
      @Nullable CursorRules rules,
      boolean oneCursorForAll,
      Log log) {
    this.description = description;
    this.retriever = retriever;
    this.rules = rules;
    this.oneCursorForAll = oneCursorForAll;
    this.log = log;
  }

  StreamName name() {
    return description.name();
  }

  /// @param state empty for a first reading
  StreamReader read(Map<String, @Nullable Object> state, Meter meter) {
    try {
      return new ManifestStreamReader(name(), retriever, cursor(state, meter), meter);
    } catch (GodwitException e) {
      throw e.at(Place.stream(name().toString()));
    }
  }

  private StreamCursor cursor(Map<String, @Nullable Object> state, Meter meter) {
    Router router = retriever.router();
    if (rules != null && router == null) {
      return Cursors.single(name(), rules, state, log);
    }
    Partitions partitions = router == null ? Partitions.whole() : router.open(state, meter);
    return rules == null
        ? Cursors.unordered(name(), partitions)
        : Cursors.partitioned(name(), rules, partitions, oneCursorForAll, state, log);
  }

  /// The name of the cursor in a row; null for a stream without one.
  @Nullable String cursorField() {
    return rules == null ? null : rules.field();
  }
}
