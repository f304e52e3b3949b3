package dev.godwit.destinations.duckdb;

import dev.godwit.core.catalog.StreamName;

/// A table of the database. Names are compared without regard to case, as DuckDB does it.
record TableName(String schema, String table) {
  private static final String DEFAULT_SCHEMA = "main";

  /// The table that a stream's rows go to: named after the stream, in the schema of its namespace.
  static TableName of(StreamName stream) {
    String namespace = stream.namespace();
    return new TableName(
        namespace == null || namespace.isEmpty() ? DEFAULT_SCHEMA : namespace, stream.name());
  }

  /// The table in which the rows of an unfinished refresh collect.
  TableName refresh() {
    return new TableName(schema, "_godwit_refresh_" + table);
  }

  boolean isSame(TableName other) {
    return schema.equalsIgnoreCase(other.schema) && table.equalsIgnoreCase(other.table);
  }

  String sql() {
    return Quoting.name(schema) + "." + Quoting.name(table);
  }
}
