package dev.godwit.destinations.postgres;

import dev.godwit.destinations.internal.sql.Quoting;
import dev.godwit.destinations.internal.sql.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What the server knows about its tables.
final class Catalog {
  private static final String TABLE =
      """
      pg_catalog.pg_class as c join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      where n.nspname = ? and c.relname = ? and c.relkind in ('r', 'p')\
      """;

  private static final String COLUMNS =
      """
      select a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod)
      from pg_catalog.pg_attribute as a
      where a.attnum > 0 and not a.attisdropped and a.attrelid = (select c.oid from %s)
      order by a.attnum\
      """
          .formatted(TABLE);

  private static final String RELIED =
      """
      select 1 from %s and (c.relacl is not null or exists (
        select 1 from pg_catalog.pg_depend as d
        where d.refobjid = c.oid and d.classid = 'pg_catalog.pg_rewrite'::regclass))\
      """
          .formatted(TABLE);

  private Catalog() {}

  static boolean exists(Connection connection, TableName table) throws SQLException {
    return finds(connection, "select 1 from " + TABLE, table.schema(), table.table());
  }

  static boolean schemaExists(Connection connection, String schema) throws SQLException {
    return finds(connection, "select 1 from pg_catalog.pg_namespace where nspname = ?", schema);
  }

  /// Whether views or rights of others hang on a table.
  static boolean isRelied(Connection connection, TableName table) throws SQLException {
    return finds(connection, RELIED, table.schema(), table.table());
  }

  private static boolean finds(Connection connection, String sql, String... names)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < names.length; i++) {
        select.setString(i + 1, names[i]);
      }
      try (ResultSet rows = select.executeQuery()) {
        return rows.next();
      }
    }
  }

  /// Types by name, in the order of the columns.
  static Map<String, String> columns(Connection connection, TableName table) throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    try (PreparedStatement select = connection.prepareStatement(COLUMNS)) {
      select.setString(1, table.schema());
      select.setString(2, table.table());
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          columns.put(rows.getString(1), rows.getString(2));
        }
      }
    }
    return columns;
  }

  /// Creates something while nobody else of us does: `if not exists` alone lets two collide.
  static void createAlone(Connection connection, String sql) throws SQLException {
    String lock = "select pg_catalog.pg_advisory_xact_lock(%d)".formatted(StreamLock.creationKey());
    try (Statement statement = connection.createStatement()) {
      statement.execute("begin");
      try {
        statement.execute(lock);
        statement.execute(sql);
        statement.execute("commit");
      } catch (SQLException e) {
        statement.execute("rollback");
        throw e;
      }
    }
  }

  /// Puts rows of a table in the place of those of another one, which gets the columns that it
  /// lacks.
  static void replaceRows(Statement statement, TableName table, TableName by) throws SQLException {
    Connection connection = statement.getConnection();
    Map<String, String> present = columns(connection, table);
    Map<String, String> wanted = columns(connection, by);
    for (Map.Entry<String, String> column : wanted.entrySet()) {
      String name = Quoting.name(column.getKey());
      String type = present.get(column.getKey());
      String alter = "alter table " + table.sql();
      if (type == null) {
        statement.execute("%s add column %s %s".formatted(alter, name, column.getValue()));
      } else if (!type.equals(column.getValue())) {
        statement.execute(
            "%s alter column %s type %s using null".formatted(alter, name, column.getValue()));
      }
    }
    String columns = wanted.keySet().stream().map(Quoting::name).collect(Collectors.joining(", "));
    statement.execute("truncate " + table.sql());
    statement.execute(
        "insert into %s (%s) select %2$s from %s".formatted(table.sql(), columns, by.sql()));
    statement.execute("drop table " + by.sql());
  }
}
