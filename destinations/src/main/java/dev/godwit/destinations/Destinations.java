package dev.godwit.destinations;

import dev.godwit.core.Destination;
import dev.godwit.core.StreamMemory;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.time.Clocks;
import dev.godwit.destinations.duckdb.DuckDbDestination;
import dev.godwit.destinations.duckdb.DuckDbQuery;
import dev.godwit.destinations.files.FilesDestination;
import dev.godwit.destinations.files.StandardOutput;
import dev.godwit.destinations.internal.ledger.LedgerMemory;
import dev.godwit.destinations.postgres.PostgresDestination;
import dev.godwit.storage.Storages;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Opens destinations by URI.
public final class Destinations {
  private static final Map<String, String> EXAMPLES =
      new TreeMap<>(
          Map.of(
              "duckdb", "duckdb:<file>",
              "postgresql", "postgresql://<user>@<host>/<database>",
              "parquet", "parquet:<folder>",
              "jsonl", "jsonl:<folder>",
              "csv", "csv:<folder>",
              "avro", "avro:<folder>"));

  private static final int FARTHEST_GUESS = 3;

  private Destinations() {}

  /// As {@link #open(String, Clock)} with the process's clock.
  public static Destination open(String uri) {
    return open(uri, Clocks.fromEnvironment(System.getenv()));
  }

  /// As {@link #open(String, Map, Clock)} with the process's environment.
  public static Destination open(String uri, Clock clock) {
    return open(uri, System.getenv(), clock);
  }

  /// Opens the destination that a URI names. Nothing is created or changed yet.
  ///
  /// @param uri scheme and place: `duckdb:shop.duckdb`, `duckdb:~/data/shop.duckdb`, or with a
  ///   token in MOTHERDUCK_TOKEN `duckdb:md:my_db`, which is also `motherduck:my_db`;
  ///   `postgresql://ann@db.example.com/shop`; `parquet:data/shop`, `jsonl:`, `csv:` and `avro:`
  ///   with a folder, or a bucket such as `parquet:s3://bucket/shop`; `jsonl:-` for the standard
  ///   output
  /// @param variables environment variables: credentials, and what the URI leaves open
  /// @param clock tells when rows are committed
  /// @throws GodwitException CONFIG `destination.unknown` when there is no such destination
  public static Destination open(String uri, Map<String, String> variables, Clock clock) {
    int colon = uri.indexOf(':');
    String scheme = colon < 0 ? "" : uri.substring(0, colon);
    if (StandardOutput.isNamedBy(uri)) {
      return StandardOutput.open();
    }
    return switch (scheme) {
      case "duckdb" -> DuckDbDestination.open(uri.substring(colon + 1), variables, clock);
      case "postgresql", "postgres" ->
          PostgresDestination.open(uri.substring(colon + 1), variables, clock);
      case "parquet", "jsonl", "csv", "avro" ->
          FilesDestination.open(scheme, uri.substring(colon + 1), variables, clock);
      case "motherduck" -> DuckDbDestination.open(uri, variables, clock);
      default -> throw unknown(uri, scheme);
    };
  }

  /// Remembers streams in a folder, for destinations that remember nothing themselves. The folder
  /// is made when there is something to remember.
  public static StreamMemory memory(Path folder, Clock clock) {
    return new LedgerMemory(Storages.open(folder.toString(), Map.of()), clock);
  }

  /// Asks what was committed there; the query can change nothing. Of a bucket, files are brought
  /// here first. The caller closes it.
  ///
  /// @param database a URI, or a file of DuckDB
  /// @throws GodwitException CONFIG `query.not-here` when it can only be asked elsewhere,
  ///   `duckdb.query` when the SQL is wrong
  public static DuckDbQuery query(String database, String sql) {
    String scheme = database.substring(0, Math.max(0, database.indexOf(':')));
    String rest = database.substring(database.indexOf(':') + 1);
    return switch (scheme) {
      case "postgres", "postgresql" ->
          throw GodwitException.config("query.not-here", "A server can't be asked here.")
              .hint("Ask it with psql.");
      case "parquet", "jsonl", "csv", "avro" ->
          FilesDestination.open(
                  scheme, rest, System.getenv(), Clocks.fromEnvironment(System.getenv()))
              .query(sql);
      case "duckdb" -> DuckDbQuery.run(rest, sql);
      default -> DuckDbQuery.run(database, sql);
    };
  }

  /// A connection over which what was committed can be read, and nothing changed. The caller closes
  /// it. While this process writes to the file, the connection is in a transaction that can only
  /// read, and only as long as that is not ended.
  ///
  /// @param database a URI, or a file of DuckDB
  /// @throws GodwitException CONFIG `query.no-jdbc` when it is no DuckDB file, `duckdb.no-database`
  ///   when there is no such file
  public static Connection connection(String database) {
    String scheme = database.substring(0, Math.max(0, database.indexOf(':')));
    return switch (scheme) {
      case "postgres", "postgresql", "parquet", "jsonl", "csv", "avro" ->
          throw GodwitException.config("query.no-jdbc", "Godwit connects to files of DuckDB only.")
              .hint("Ask a server through its own driver, and files with a query.");
      case "duckdb" -> DuckDbQuery.connection(database.substring(database.indexOf(':') + 1));
      default -> DuckDbQuery.connection(database);
    };
  }

  /// A URI whose file does not depend on the working folder.
  ///
  /// @param folder what a relative path in the URI is relative to
  public static String resolve(String uri, Path folder) {
    int colon = uri.indexOf(':');
    String path = uri.substring(colon + 1);
    boolean local =
        uri.matches("(duckdb|parquet|jsonl|csv|avro):.*")
            && !path.matches("md:.*|~.*|:memory:||-|[a-z0-9]+://.*");
    return local ? uri.substring(0, colon + 1) + folder.resolve(path) : uri;
  }

  private static GodwitException unknown(String uri, String scheme) {
    String name = scheme.isEmpty() ? uri.replaceFirst("[/?@].*", "") : scheme;
    GodwitException error =
        GodwitException.config("destination.unknown", "There is no destination '" + name + "'.");
    return EXAMPLES.entrySet().stream()
        .filter(known -> distance(name.toLowerCase(Locale.ROOT), known.getKey()) <= FARTHEST_GUESS)
        .findFirst()
        .map(near -> error.hint("Did you mean '" + near.getValue() + "'?"))
        .orElse(
            error.hint(
                "Write the destination as one of: " + String.join(", ", EXAMPLES.values()) + "."));
  }

  /// How many characters must be changed, added or left out to turn one word into another.
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
