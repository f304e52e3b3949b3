package dev.godwit;

import dev.godwit.connection.ConnectionFile;
import dev.godwit.core.CheckResult;
import dev.godwit.core.ConnectorSpec;
import dev.godwit.core.Source;
import dev.godwit.core.Surroundings;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.sync.RunPolicy;
import dev.godwit.permission.PythonPermission;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A source and its configuration. Immutable: each call returns a new one. Every question finds the
/// connector, and throws [GodwitException] of kind CONFIG when connector or configuration is wrong.
public final class SourceBuilder {
  private final Origin.OfConnector origin;
  private final List<String> streams;

  SourceBuilder(Origin.OfConnector origin, List<String> streams) {
    this.origin = origin;
    this.streams = List.copyOf(streams);
  }

  /// Configures the source with JSON values.
  public SourceBuilder config(Map<String, @Nullable Object> values) {
    return new SourceBuilder(origin.with(values), streams);
  }

  /// Lets the Python of a manifest run, `components.py` beside it: see [PythonPermission].
  public SourceBuilder allowPython() {
    return allowPython(PythonPermission.ALLOWED);
  }

  /// As [#allowPython()], with a file of another name.
  public SourceBuilder allowPython(PythonPermission permission) {
    return new SourceBuilder(origin.with(permission), streams);
  }

  /// Puts another clock, other variables or a log in the place of the process's own. Where a source
  /// renews refresh tokens that can be used only once, give a store that keeps them: see
  /// [Surroundings#with(dev.godwit.core.ConfigStore)].
  public SourceBuilder surroundings(Surroundings world) {
    return new SourceBuilder(origin.with(world), streams);
  }

  /// Chooses streams by name, in this order. Without names: all streams.
  public SourceBuilder select(String... names) {
    return select(List.of(names));
  }

  /// As [#select(String...)].
  public SourceBuilder select(List<String> names) {
    return new SourceBuilder(origin, names);
  }

  /// What the source wants to be configured with. Needs no configuration.
  public ConnectorSpec spec() {
    return origin.connector(RunPolicy.USUAL.silence()).spec();
  }

  /// Tries whether the configuration works, with as few requests as possible.
  public CheckResult check() {
    try (Source source = open()) {
      return source.check();
    }
  }

  /// The streams on offer.
  public Catalog discover() {
    try (Source source = open()) {
      return source.discover();
    }
  }

  /// The first rows of a stream, as a sync would deliver them.
  ///
  /// @param limit how many at most
  /// @throws GodwitException CONFIG `stream.unknown` when there is no such stream
  public List<Map<String, @Nullable Object>> preview(String stream, int limit) {
    try (Source source = open()) {
      return new Preview(source, limit).rows(StreamChoice.find(source.discover(), stream));
    }
  }

  /// Looks for personal data in the first rows of the selected streams. A stream that cannot be
  /// read does not keep the others from being looked at.
  ///
  /// @param limit how many rows of each stream at most
  /// @throws GodwitException CONFIG `stream.unknown` when there is no such stream
  public List<StreamScan> scan(int limit) {
    try (Source source = open()) {
      return new Scanning(source, limit).streams(streams);
    }
  }

  /// Says where the rows shall go.
  ///
  /// @param destination a URI, for example `duckdb:shop.duckdb`
  public SyncBuilder to(String destination) {
    return new SyncBuilder(
        origin, origin.name(), Target.of(destination), StreamChoice.byDefault(streams));
  }

  /// Says where the rows shall go, and how. The source stays what this builder says, and streams
  /// that it selects come first in the place of those that the connection selects.
  public SyncBuilder to(ConnectionFile connection) {
    StreamChoice choice = StreamChoice.byDefault(streams).with(connection.streams());
    return new SyncBuilder(
            origin,
            connection.name(),
            Target.of(connection.destination()).in(connection.folder()),
            choice)
        .policy(connection.policy());
  }

  private Source open() {
    return origin.open(RunPolicy.USUAL.silence());
  }
}
