package dev.godwit.cache;

import dev.godwit.core.Source;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Spelling;
import dev.godwit.core.time.Clocks;
import dev.godwit.destinations.Destinations;
import dev.godwit.row.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Iterator;
import java.util.List;

/// A place that streams were read into. It is opened for each question and closed after it, so a
/// cache holds nothing and need not be closed. Immutable and thread-safe.
public final class Cache implements Iterable<CachedStream> {
  private final String uri;

  private Cache(String uri) {
    this.uri = uri;
  }

  /// A file of DuckDB. It need not exist before it is asked.
  public static Cache of(Path file) {
    return new Cache("duckdb:" + file);
  }

  /// A destination, for example `duckdb:shop.duckdb` or `postgresql://ann@db.example.com/shop`.
  public static Cache of(String uri) {
    return new Cache(uri);
  }

  public String uri() {
    return uri;
  }

  /// The names of the streams that are there, in alphabetical order.
  ///
  /// @throws GodwitException CONFIG when there is no such place, or it can't be read
  public List<String> streams() {
    return catalog().streams().stream().map(stream -> stream.name().toString()).toList();
  }

  private Catalog catalog() {
    try (Source contents = open()) {
      return contents.discover();
    }
  }

  /// What is there, as a source. The caller closes it.
  Source open() {
    return HeldSource.open(uri, Clocks.fromEnvironment(System.getenv()));
  }

  /// A stream that is there.
  ///
  /// @throws GodwitException CONFIG `stream.unknown` when it is not
  public CachedStream stream(String name) {
    List<Stream> streams = catalog().streams();
    return streams.stream()
        .filter(stream -> stream.name().toString().equals(name))
        .findFirst()
        .map(stream -> new CachedStream(this, stream))
        .orElseThrow(() -> unknown(name, streams));
  }

  private GodwitException unknown(String name, List<Stream> streams) {
    List<String> known = streams.stream().map(stream -> stream.name().toString()).toList();
    return GodwitException.config(
            "stream.unknown", Spelling.sentence("There is no stream " + name, name, known))
        .hint(known.isEmpty() ? uri + " is empty." : uri + " has: " + String.join(", ", known));
  }

  /// The streams that are there.
  @Override
  public Iterator<CachedStream> iterator() {
    return catalog().streams().stream().map(stream -> new CachedStream(this, stream)).iterator();
  }

  /// Whether [#query] can ask it.
  boolean hasSql() {
    return !uri.matches("postgres(ql)?:.*");
  }

  /// Asks by SQL; a query can change nothing. Only DuckDB files and folders of files can be asked.
  ///
  /// @throws GodwitException CONFIG `duckdb.query` when the SQL is wrong, `query.not-here` when the
  ///   place has to be asked by its own means
  public Rows query(String sql) {
    return Rows.of(Destinations.query(uri, sql));
  }

  /// A connection that can only read, for libraries that speak JDBC. The caller closes it; as long
  /// as it is open, nothing else can write to the cache.
  ///
  /// @throws GodwitException CONFIG `query.no-jdbc` when the cache is no DuckDB file
  public Connection connection() {
    return Destinations.connection(uri);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cache cache && uri.equals(cache.uri);
  }

  @Override
  public int hashCode() {
    return uri.hashCode();
  }

  /// Its URI, without a password.
  @Override
  public String toString() {
    return uri.replaceFirst("(//[^/@:]*):[^@]*@", "$1@");
  }
}
