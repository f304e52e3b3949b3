package dev.godwit;

import dev.godwit.cache.Cache;
import dev.godwit.cache.ReadResult;
import dev.godwit.config.ConfigReader;
import dev.godwit.connection.ConnectionFile;
import dev.godwit.core.CheckResult;
import dev.godwit.core.ConfigStore;
import dev.godwit.core.ConnectorSpec;
import dev.godwit.core.Source;
import dev.godwit.core.Surroundings;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.sync.RunPolicy;
import dev.godwit.document.Document;
import dev.godwit.document.Documents;
import dev.godwit.permission.PythonPermission;
import dev.godwit.record.PlainConfig;
import dev.godwit.row.Rows;
import dev.godwit.secret.SecretResolver;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A source and its configuration. Immutable: each call returns a new one. Every question finds the
/// connector, and throws [GodwitException] of kind CONFIG when connector or configuration is wrong.
public final class SourceBuilder {
  private static final Path CACHES = Path.of(".godwit", "cache");

  private final Origin.OfConnector origin;
  private final List<String> streams;

  SourceBuilder(Origin.OfConnector origin, List<String> streams) {
    this.origin = origin;
    this.streams = List.copyOf(streams);
  }

  /// Configures the source with values that JSON knows, with records, enums, values of `java.time`
  /// and [Secret]s. A text that is `secret:NAME` stands for the secret of that name: see
  /// [#secrets].
  public SourceBuilder config(Map<String, @Nullable Object> values) {
    return new SourceBuilder(origin.with(values), streams);
  }

  /// Configures the source with a record: each component is a key, in snake case or as
  /// [dev.godwit.record.FieldName] says. Components that are null are left out.
  public SourceBuilder config(Record values) {
    return config(PlainConfig.fields(values));
  }

  /// Configures the source with a file of JSON or YAML, in which a value that is `${NAME}` is taken
  /// from the environment. Credentials that the source renews are written back to it.
  ///
  /// @throws GodwitException CONFIG when the file can't be read, with its line
  public SourceBuilder config(Path file) {
    ConfigReader reader = new ConfigReader(Path.of(""), origin.surroundings().variables());
    Surroundings world = origin.surroundings();
    return config(reader.read(file, List.of()))
        .surroundings(world.with(reader.store(file, world.log())));
  }

  /// Adds a value to the configuration, or changes it.
  ///
  /// @param key `token`, or `credentials.token` for one that lies deeper
  public SourceBuilder config(String key, @Nullable Object value) {
    return config(with(origin.config(), List.of(key.split("\\.", -1)), value));
  }

  private static Map<String, @Nullable Object> with(
      Map<?, ?> object, List<String> path, @Nullable Object value) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>();
    object.forEach((key, old) -> changed.put(String.valueOf(key), old));
    String first = path.getFirst();
    List<String> rest = path.subList(1, path.size());
    Map<?, ?> inner = changed.get(first) instanceof Map<?, ?> map ? map : Map.of();
    changed.put(first, rest.isEmpty() ? value : with(inner, rest, value));
    return changed;
  }

  /// Says where secrets are looked up, one place after the other. Without: the environment, then
  /// the file `.env` in the working folder.
  public SourceBuilder secrets(SecretResolver... places) {
    return new SourceBuilder(origin.with(List.of(places)), streams);
  }

  /// Has somebody keep what the source changes of its configuration, renewed tokens above all.
  public SourceBuilder onConfigChange(ConfigStore store) {
    return surroundings(origin.surroundings().with(store));
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

  /// The names of the streams on offer.
  public List<String> streams() {
    return discover().streams().stream().map(stream -> stream.name().toString()).toList();
  }

  /// The rows of a stream, read from its beginning as they are asked for, and kept nowhere. The
  /// caller closes them; closing early ends requests that are under way.
  ///
  /// @throws GodwitException CONFIG `stream.unknown` when there is no such stream
  public Rows stream(String name) {
    Source source = open();
    try {
      return Rows.of(source, StreamChoice.find(source.discover(), name));
    } catch (RuntimeException | Error e) {
      source.close();
      throw e;
    }
  }

  /// The rows of a stream as documents for language models, which the caller closes. As [#stream].
  public java.util.stream.Stream<Document> documents(String stream, Documents form) {
    Source source = open();
    try {
      Stream found = StreamChoice.find(source.discover(), stream);
      return form.of(Rows.of(source, found).stream(), stream, found.primaryKey());
    } catch (RuntimeException | Error e) {
      source.close();
      throw e;
    }
  }

  /// Reads the selected streams into the source's own cache, `.godwit/cache/NAME.duckdb` below the
  /// working folder: what is new since the last time, where a stream can tell.
  ///
  /// @throws GodwitException when the reading cannot begin, or a stream has failed; what was
  ///   committed stays
  public ReadResult read() {
    return intoCache().read();
  }

  /// As [#read()], into another cache.
  ///
  /// @param cache a destination, for example `duckdb:shop.duckdb` or
  ///   `postgresql://ann@db.example.com/shop`
  public ReadResult read(String cache) {
    return into(cache).read();
  }

  /// As [#read()], with things to say about it first:
  /// `source.into(file).forceFullRefresh().read()`.
  ///
  /// @param cache a file of DuckDB; it is made with its folders. Give each source, and each account
  ///   that it is configured for, one of its own
  public ReadBuilder into(Path cache) {
    return into("duckdb:" + cache);
  }

  /// As [#into(Path)], with any destination.
  public ReadBuilder into(String cache) {
    return new ReadBuilder(to(cache), cache);
  }

  /// As [#into(Path)], with the source's own cache.
  public ReadBuilder intoCache() {
    return into(CACHES.resolve(origin.word() + ".duckdb"));
  }

  /// The source's own cache, as earlier readings have left it.
  public Cache cache() {
    return Cache.of(CACHES.resolve(origin.word() + ".duckdb"));
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
