package dev.godwit.destinations.postgres;

import dev.godwit.core.schema.FieldType;
import dev.godwit.destinations.internal.sql.Dialect;
import dev.godwit.destinations.internal.sql.FieldExpression;
import dev.godwit.destinations.internal.sql.Identity;
import dev.godwit.destinations.internal.sql.Quoting;
import dev.godwit.destinations.internal.sql.Refusal;
import dev.godwit.destinations.internal.sql.StreamTable;
import dev.godwit.destinations.internal.sql.TableName;
import dev.godwit.destinations.internal.staging.Load;
import dev.godwit.destinations.internal.table.ValueType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Postgres' SQL.
///
/// @param home the schema of streams without a namespace and of Godwit's own tables
record PostgresDialect(String home) implements Dialect {
  /// The column by which rows of temporary tables are numbered.
  private static final String NUMBER = "_godwit_row";

  /// Texts that a `double precision` surely holds, if only roughly.
  private static final String NUMBER_PATTERN =
      "^\\s*[+-]?\\d{1,200}(\\.\\d{1,200})?([eE][+-]?\\d{1,2})?\\s*$";

  @Override
  public String code(Refusal refusal) {
    return switch (refusal) {
      case TABLE_TAKEN -> "postgres.table-taken";
      case COLUMN_TYPE -> "postgres.column-type";
      case HISTORY_KEPT -> "postgres.history-kept";
    };
  }

  @Override
  public String fitted(String name) {
    return PostgresNames.fitted(name);
  }

  /// Quoted names count as they are.
  @Override
  public String folded(String name) {
    return name;
  }

  @Override
  public TableName temporary(String table) {
    return new TableName("", "pg_temp", table, true);
  }

  @Override
  public String type(FieldType type) {
    return PostgresTypes.name(type);
  }

  @Override
  public @Nullable FieldType typeNamed(String type) {
    return PostgresTypes.of(type);
  }

  @Override
  public boolean exists(Connection connection, TableName table) throws SQLException {
    return Catalog.exists(connection, table);
  }

  @Override
  public Map<String, String> columns(Connection connection, TableName table) throws SQLException {
    return Catalog.columns(connection, table);
  }

  @Override
  public void createOnce(Connection connection, TableName table, String columns)
      throws SQLException {
    if (!Catalog.exists(connection, table)) {
      createSchema(connection, table);
      Catalog.createAlone(
          connection, "create table if not exists %s (%s)".formatted(table.sql(), columns));
    }
  }

  @Override
  public void createSchema(Connection connection, TableName table) throws SQLException {
    if (!Catalog.schemaExists(connection, table.schema())) {
      Catalog.createAlone(
          connection, "create schema if not exists " + Quoting.name(table.schema()));
    }
  }

  @Override
  public long insert(Statement statement, StreamTable table, TableName target, Load load)
      throws SQLException {
    return Copying.run(
        statement.getConnection(), "%s (%s)".formatted(target.sql(), table.columns()), load);
  }

  @Override
  public boolean numbersRows() {
    return false;
  }

  @Override
  public String rowNumber() {
    return NUMBER;
  }

  @Override
  public void numberRows(Statement statement, TableName temporary) throws SQLException {
    statement.execute(
        "alter table %s add column %s bigint generated always as identity"
            .formatted(temporary.sql(), NUMBER));
  }

  @Override
  public String inOrder(String table) {
    return table.equals(temporary("_godwit_load").sql()) ? " order by " + NUMBER : "";
  }

  /// Joins by hashing. `is not distinct from` would compare each row with each.
  @Override
  public String same(String a, String b) {
    return "coalesce((%1$s)::text, '') = coalesce((%2$s)::text, '')".formatted(a, b)
        + " and ((%1$s) is null) = ((%2$s) is null)".formatted(a, b);
  }

  @Override
  public String equal(String a, String b, boolean text) {
    String equal = a + " = " + b;
    return text ? equal + " and " + KeyIndex.start(a) + " = " + KeyIndex.start(b) : equal;
  }

  @Override
  public boolean indexesKeys() {
    return true;
  }

  @Override
  public void index(Statement statement, TableName table, Identity identity) throws SQLException {
    List<String> parts = identity.key().stream().map(PostgresDialect::indexed).toList();
    KeyIndex.create(statement, table, parts);
  }

  private static String indexed(FieldExpression part) {
    return part.isText() ? KeyIndex.start(part.bare()) : part.bare();
  }

  @Override
  public String instant(Instant time) {
    return "timestamptz " + Quoting.text(time.toString());
  }

  @Override
  public String json(String value) {
    return "to_jsonb(" + value + ")";
  }

  @Override
  public String jsonText(ValueType type, String value) {
    return PostgresJson.text(type, value);
  }

  @Override
  public String joined(List<String> texts) {
    return PostgresJson.joined(texts);
  }

  @Override
  public String millis(String time) {
    return "(extract(epoch from %s) * 1000)::bigint".formatted(time);
  }

  /// A text can't be tried as JSON, so what lies in one is not found.
  @Override
  public String field(String value, FieldType type, List<String> path) {
    if (type != FieldType.JSON) {
      return "null::text";
    }
    return path.stream()
        .map(Quoting::text)
        .collect(Collectors.joining(", ", "(" + value + " #>> array[", "])"));
  }

  @Override
  public String number(String text) {
    return "case when %1$s ~ %2$s then (%1$s)::double precision else 'infinity' end"
        .formatted(text, Quoting.text(NUMBER_PATTERN));
  }

  @Override
  public String inByteOrder(String text) {
    return "(" + text + ") collate \"C\"";
  }

  @Override
  public String changesAsDouble(String number) {
    return "%1$s::double precision::numeric <> %1$s::numeric".formatted(number);
  }

  /// Each value with a seed of its own, so that equal ones do not cancel each other.
  @Override
  public String digest(List<String> values) {
    return IntStream.range(0, values.size())
        .mapToObj(
            i -> "hashtextextended(coalesce(%s::text, '\u0001'), %d)".formatted(values.get(i), i))
        .collect(Collectors.joining(" # ", "(", ")"));
  }

  @Override
  public String digestOfRows(String digest) {
    return "sum(" + digest + ")";
  }

  /// Where views depend on the table or rights were given for it, its rows are replaced, because
  /// both would go with it.
  @Override
  public void replace(Statement statement, TableName table, TableName by) throws SQLException {
    if (Catalog.isRelied(statement.getConnection(), table)) {
      Catalog.replaceRows(statement, table, by);
      return;
    }
    statement.execute("drop table if exists " + table.sql());
    KeyIndex.rename(statement, by, table);
    statement.execute(
        "alter table %s rename to %s".formatted(by.sql(), Quoting.name(table.table())));
  }

  @Override
  public boolean isAboutColumns(SQLException e) {
    return PostgresErrors.isAboutColumns(e);
  }
}
