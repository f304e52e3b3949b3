package dev.godwit;

import dev.godwit.cache.Cache;
import dev.godwit.config.ConfigReader;
import dev.godwit.connection.ConnectionFile;
import dev.godwit.connector.ConnectorReference;
import dev.godwit.core.Destination;
import dev.godwit.core.Surroundings;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.destinations.Destinations;
import dev.godwit.destinations.duckdb.DuckDbQuery;
import dev.godwit.given.GivenStream;
import java.nio.file.Path;
import java.util.List;

/// Where everything begins: read into a cache and look at the rows,
///
/// ```java
/// ReadResult result =
///     Godwit.source("source-github").config(Map.of("token", Secret.of(token))).read();
/// List<Issue> issues = result.stream("issues").list(Issue.class);
/// ```
///
/// or move rows from a source to a destination:
///
/// ```java
/// SyncReport report =
///     Godwit.source(Path.of("shop.yaml"))
///         .config(Map.of("url", "https://shop.example", "api_token", token))
///         .select("customers", "orders")
///         .to("duckdb:shop.duckdb")
///         .sync(SyncListener.SILENT);
/// ```
public final class Godwit {
  private Godwit() {}

  /// A source that a low-code manifest describes. Nothing is read before the first question.
  ///
  /// @param manifest a YAML file
  public static SourceBuilder source(Path manifest) {
    return source(ConnectorReference.ofFile(manifest));
  }

  /// A source by name: `exec:` and a program, `pip:` and a package of Python, `docker:` and an
  /// image, or the name of a connector such as `source-faker`. Nothing is installed or run before
  /// the first question.
  public static SourceBuilder source(String connector) {
    return source(new ConnectorReference(connector, Path.of("")));
  }

  /// A source, wherever paths in its name are relative to.
  public static SourceBuilder source(ConnectorReference connector) {
    return new SourceBuilder(Origin.OfConnector.of(connector), List.of());
  }

  /// A connection that a file describes: source, destination, streams and what happens to their
  /// rows. Variables come from the process's environment.
  ///
  /// @throws GodwitException CONFIG with file and line when it is no connection
  public static SyncBuilder connection(Path file) {
    ConnectionFile connection = ConnectionFile.read(file);
    Surroundings world = Surroundings.ofProcess(Log.NONE);
    ConfigReader reader = new ConfigReader(Path.of(""), world.variables());
    return source(connection.source())
        .config(connection.config(reader, null, List.of()))
        .surroundings(world.with(connection.store(reader, Log.NONE)))
        .to(connection)
        .destinationConfig(
            connection.destinationConfig(reader, null, List.of()),
            connection.destinationStore(reader, Log.NONE));
  }

  /// What syncs have written to a destination, to be copied to another one.
  ///
  /// ```java
  /// Godwit.contents("duckdb:shop.duckdb")
  ///     .to("postgresql://ann@db.example.com/shop")
  ///     .sync(SyncListener.SILENT);
  /// ```
  ///
  /// @param uri for example `duckdb:shop.duckdb`
  public static ContentsBuilder contents(String uri) {
    return new ContentsBuilder(
        new Origin.OfDestination(uri, Surroundings.ofProcess(Log.NONE)), List.of());
  }

  /// What earlier readings have left in a file of DuckDB, to be read without a sync.
  public static Cache cache(Path file) {
    return Cache.of(file);
  }

  /// As [#cache(Path)], of any destination.
  ///
  /// @param uri for example `duckdb:shop.duckdb`
  public static Cache cache(String uri) {
    return Cache.of(uri);
  }

  /// Rows that this program has, to be written to a destination.
  ///
  /// ```java
  /// Godwit.rows("people", List.of(Map.of("id", 1, "name", "Ann")))
  ///     .primaryKey("id")
  ///     .to("postgresql://ann@db.example.com/shop")
  ///     .sync(SyncListener.SILENT);
  /// ```
  ///
  /// @param stream names the table or folder
  /// @param rows maps, records or [dev.godwit.row.Row]s; asked for an iterator whenever they are
  ///   read, and never all in memory
  public static RowsBuilder rows(String stream, Iterable<?> rows) {
    return new RowsBuilder(new GivenStream(StreamName.of(stream), rows, List.of(), null));
  }

  /// A destination on its own, to look at what syncs have left there or to clear streams. The
  /// caller closes it.
  ///
  /// @param uri for example `duckdb:shop.duckdb`
  public static Destination destination(String uri) {
    return Destinations.open(uri);
  }

  /// Asks what syncs have brought; the query can change nothing. The caller closes it.
  ///
  /// @param database a file of DuckDB, or a destination's URI: `duckdb:shop.duckdb`,
  ///   `parquet:data/shop`
  /// @throws GodwitException CONFIG when there is no such file or the SQL is wrong, TRANSIENT when
  ///   another process writes to the file
  public static DuckDbQuery query(String database, String sql) {
    return Destinations.query(database, sql);
  }
}
