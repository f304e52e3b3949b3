package dev.godwit.destinations.duckdb;

import dev.godwit.core.catalog.StreamName;
import java.util.Locale;

/// A table of the database. Names are compared without regard to case, as DuckDB does it.
///
/// @param catalog DuckDB's name for the database file, without which a schema of the same name
///   would be ambiguous
record TableName(String catalog, String schema, String table) {
  private static final String DEFAULT_SCHEMA = "main";
  private static final String TEMPORARY = "temp";
  private static final String OURS = "_godwit_";

  /// What names of tables begin with in which the rows of unfinished refreshes collect.
  static final String REFRESH = OURS + "refresh_";

  /// The table that a stream's rows go to: named after the stream, in the schema of its namespace.
  static TableName of(String catalog, StreamName stream) {
    String namespace = stream.namespace();
    return new TableName(
        catalog,
        namespace == null || namespace.isEmpty() ? DEFAULT_SCHEMA : namespace,
        stream.name());
  }

  /// The table in which the rows of an unfinished refresh collect.
  TableName refresh() {
    return new TableName(catalog, schema, REFRESH + table);
  }

  /// A table that lives as long as a connection, for rows that are compared.
  static TableName compared() {
    return new TableName(TEMPORARY, DEFAULT_SCHEMA, OURS + "compared");
  }

  /// What a statement that creates the table begins with.
  String create() {
    return (catalog.equals(TEMPORARY) ? "create temp table " : "create table ") + sql();
  }

  /// Whether the name is one that only tables of Godwit's own may have.
  boolean isReserved() {
    return table.toLowerCase(Locale.ROOT).startsWith(OURS);
  }

  boolean isSame(TableName other) {
    return schema.equalsIgnoreCase(other.schema) && table.equalsIgnoreCase(other.table);
  }

  String schemaSql() {
    return Quoting.name(catalog) + "." + Quoting.name(schema);
  }

  String sql() {
    return schemaSql() + "." + Quoting.name(table);
  }
}
