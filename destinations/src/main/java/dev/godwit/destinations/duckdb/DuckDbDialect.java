package dev.godwit.destinations.duckdb;

import dev.godwit.core.schema.FieldType;
import dev.godwit.destinations.internal.duckline.DuckDbTypes;
import dev.godwit.destinations.internal.duckline.LoadSql;
import dev.godwit.destinations.internal.duckline.TypeText;
import dev.godwit.destinations.internal.sql.Dialect;
import dev.godwit.destinations.internal.sql.Identity;
import dev.godwit.destinations.internal.sql.Quoting;
import dev.godwit.destinations.internal.sql.Refusal;
import dev.godwit.destinations.internal.sql.StreamTable;
import dev.godwit.destinations.internal.sql.TableName;
import dev.godwit.destinations.internal.staging.Load;
import dev.godwit.destinations.internal.table.ValueType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// DuckDB's SQL.
public final class DuckDbDialect implements Dialect {
  public static final DuckDbDialect INSTANCE = new DuckDbDialect();

  private static final String HOME = "main";

  private static final String COLUMNS =
      """
      select column_name, data_type from duckdb_columns()
      where database_name = current_database()
        and lower(schema_name) = lower(?) and lower(table_name) = lower(?)
      order by column_index\
      """;

  private static final String EXISTS =
      """
      select 1 from duckdb_tables()
      where database_name = current_database()
        and lower(schema_name) = lower(?) and lower(table_name) = lower(?)\
      """;

  private DuckDbDialect() {}

  @Override
  public String code(Refusal refusal) {
    return switch (refusal) {
      case TABLE_TAKEN -> "duckdb.table-taken";
      case COLUMN_TYPE -> "duckdb.column-type";
      case HISTORY_KEPT -> "duckdb.history-kept";
    };
  }

  @Override
  public String home() {
    return HOME;
  }

  @Override
  public String fitted(String name) {
    return name;
  }

  @Override
  public String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /// A schema of the database could have the same name.
  @Override
  public TableName temporary(String table) {
    return new TableName("temp", HOME, table, true);
  }

  @Override
  public String type(FieldType type) {
    return DuckDbTypes.name(type);
  }

  @Override
  public @Nullable FieldType typeNamed(String type) {
    return DuckDbTypes.of(type);
  }

  @Override
  public boolean exists(Connection connection, TableName table) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(EXISTS)) {
      select.setString(1, table.schema());
      select.setString(2, table.table());
      try (ResultSet rows = select.executeQuery()) {
        return rows.next();
      }
    }
  }

  @Override
  public boolean hasStructs() {
    return true;
  }

  @Override
  public String type(ValueType type) {
    return TypeText.of(type);
  }

  @Override
  public @Nullable ValueType valuesNamed(String type) {
    return TypeText.parse(type);
  }

  @Override
  public Map<String, String> columns(Connection connection, TableName table) throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    named(connection, table).forEach((name, type) -> columns.put(folded(name), type));
    return columns;
  }

  private static Map<String, String> named(Connection connection, TableName table)
      throws SQLException {
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

  @Override
  public Set<String> columnNames(Connection connection, TableName table) throws SQLException {
    return named(connection, table).keySet();
  }

  @Override
  public void createOnce(Connection connection, TableName table, String columns)
      throws SQLException {
    execute(connection, "create table if not exists %s (%s)".formatted(table.sql(), columns));
  }

  @Override
  public void createSchema(Connection connection, TableName table) throws SQLException {
    execute(
        connection,
        "create schema if not exists %s.%s"
            .formatted(Quoting.name(table.catalog()), Quoting.name(table.schema())));
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// Reads the files where they lie.
  @Override
  public long insert(Statement statement, StreamTable table, TableName target, Load load)
      throws SQLException {
    return statement.executeLargeUpdate(
        "insert into %s (%s) %s"
            .formatted(target.sql(), table.columns(), LoadSql.select(table, load)));
  }

  @Override
  public boolean numbersRows() {
    return true;
  }

  @Override
  public String rowNumber() {
    return "rowid";
  }

  @Override
  public void numberRows(Statement statement, TableName temporary) {}

  @Override
  public String inOrder(String table) {
    return " order by rowid";
  }

  @Override
  public String same(String a, String b) {
    return a + " is not distinct from " + b;
  }

  @Override
  public String equal(String a, String b, boolean text) {
    return a + " = " + b;
  }

  /// They would make loads dearer than merges without them.
  @Override
  public boolean indexesKeys() {
    return false;
  }

  @Override
  public void index(Statement statement, TableName table, Identity identity) {}

  @Override
  public String instant(Instant time) {
    return "make_timestamptz(" + Math.multiplyExact(time.toEpochMilli(), 1000L) + ")";
  }

  @Override
  public String json(String value) {
    return "to_json(" + value + ")";
  }

  @Override
  public String jsonText(ValueType type, String value) {
    return DuckDbJson.text(type, value);
  }

  @Override
  public String joined(List<String> texts) {
    return DuckDbJson.joined(texts);
  }

  @Override
  public String millis(String time) {
    return "epoch_ms(" + time + ")";
  }

  /// Keys inside the column make a JSON pointer.
  @Override
  public String field(String value, FieldType type, List<String> path) {
    String json = type == FieldType.JSON ? value : "try_cast(" + value + " as json)";
    String pointer =
        path.stream()
            .map(key -> "/" + key.replace("~", "~0").replace("/", "~1"))
            .collect(Collectors.joining());
    return "json_extract_string(" + json + ", " + Quoting.text(pointer) + ")";
  }

  @Override
  public String number(String text) {
    return "coalesce(try_cast(" + text + " as double), 'infinity')";
  }

  @Override
  public String inByteOrder(String text) {
    return text;
  }

  @Override
  public String changesAsDouble(String number) {
    return "%1$s::double::decimal(38,9) <> %1$s".formatted(number);
  }

  @Override
  public String digest(List<String> values) {
    return values.stream().collect(Collectors.joining(", ", "hash(", ")"));
  }

  @Override
  public String digestOfRows(String digest) {
    return "bit_xor(" + digest + ")";
  }

  @Override
  public void replace(Statement statement, TableName table, TableName by) throws SQLException {
    statement.execute("drop table if exists " + table.sql());
    statement.execute(
        "alter table %s rename to %s".formatted(by.sql(), Quoting.name(table.table())));
  }

  @Override
  public boolean isAboutColumns(SQLException e) {
    return DuckDbErrors.isAboutColumns(e);
  }
}
