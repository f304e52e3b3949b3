package dev.godwit;

import dev.godwit.core.Source;
import dev.godwit.core.Surroundings;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Nested;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.sync.RunPolicy;
import java.util.List;

/// What was written to a destination, to be copied to another one. Immutable: each call returns a
/// new one.
public final class ContentsBuilder {
  private final Origin.OfDestination origin;
  private final List<String> streams;

  ContentsBuilder(Origin.OfDestination origin, List<String> streams) {
    this.origin = origin;
    this.streams = List.copyOf(streams);
  }

  /// Puts another clock, other variables or a log in the place of the process's own.
  public ContentsBuilder surroundings(Surroundings world) {
    return new ContentsBuilder(new Origin.OfDestination(origin.name(), world), streams);
  }

  /// Chooses streams by name, in this order. Without names: all streams.
  public ContentsBuilder select(String... names) {
    return select(List.of(names));
  }

  /// As [#select(String...)].
  public ContentsBuilder select(List<String> names) {
    return new ContentsBuilder(origin, names);
  }

  /// The streams that are there, with the types that they have there.
  ///
  /// @throws GodwitException CONFIG when there is no such place, or it can't be read
  public Catalog discover() {
    try (Source source = origin.open(RunPolicy.USUAL.silence())) {
      return source.discover();
    }
  }

  /// Says where the rows shall go. Without another write mode they take the place of those that
  /// their stream has there, one row a key where there is a key. Columns with parts stay such where
  /// the other place has them.
  ///
  /// @param destination a URI, for example `postgresql://ann@db.example.com/shop`
  public SyncBuilder to(String destination) {
    StreamChoice choice = StreamChoice.byDefault(streams).with(Nested.STRUCT);
    return new SyncBuilder(origin, origin.name(), Target.of(destination), choice);
  }
}
