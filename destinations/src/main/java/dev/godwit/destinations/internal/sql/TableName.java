package dev.godwit.destinations.internal.sql;

import dev.godwit.core.catalog.StreamName;
import java.sql.Connection;
import java.sql.SQLException;

/// A table of the database.
///
/// @param catalog the database's own name, without which a schema of the same name could be
///   ambiguous; empty where none is to be written
/// @param temporary whether only the connection sees it that creates it
public record TableName(String catalog, String schema, String table, boolean temporary) {
  private static final String OURS = "_godwit_";

  /// What names of tables begin with in which the rows of unfinished refreshes collect.
  static final String REFRESH = OURS + "refresh_";

  /// The table that a stream's rows go to: named after the stream, in the schema of its namespace.
  public static TableName of(Dialect dialect, Connection connection, StreamName stream)
      throws SQLException {
    return of(dialect, connection.getCatalog(), stream);
  }

  /// As {@link #of(Dialect, Connection, StreamName)}.
  public static TableName of(Dialect dialect, String catalog, StreamName stream) {
    String namespace = stream.namespace();
    return new TableName(
        catalog,
        namespace == null || namespace.isEmpty() ? dialect.home() : dialect.fitted(namespace),
        dialect.fitted(stream.name()),
        false);
  }

  /// A table of Godwit's own.
  ///
  /// @param name what follows `_godwit_`
  static TableName own(Dialect dialect, Connection connection, String name) throws SQLException {
    return new TableName(connection.getCatalog(), dialect.home(), OURS + name, false);
  }

  /// A table for rows on their way, which only the connection sees.
  ///
  /// @param name what follows `_godwit_`
  static TableName passing(Dialect dialect, String name) {
    return dialect.temporary(OURS + name);
  }

  /// The table in which the rows of an unfinished refresh collect.
  TableName refresh(Dialect dialect) {
    return new TableName(catalog, schema, dialect.fitted(REFRESH + table), temporary);
  }

  /// What a statement that creates the table begins with.
  String create() {
    return (temporary ? "create temp table " : "create table ") + sql();
  }

  /// Whether the name is one that only tables of Godwit's own may have.
  boolean isReserved(Dialect dialect) {
    return dialect.folded(table).startsWith(OURS);
  }

  boolean isSame(TableName other, Dialect dialect) {
    return dialect.folded(schema).equals(dialect.folded(other.schema))
        && dialect.folded(table).equals(dialect.folded(other.table));
  }

  private String schemaSql() {
    return catalog.isEmpty()
        ? Quoting.name(schema)
        : Quoting.name(catalog) + "." + Quoting.name(schema);
  }

  /// The name as SQL has it.
  public String sql() {
    return schemaSql() + "." + Quoting.name(table);
  }
}
