package dev.godwit.destinations.internal.sql;

import dev.godwit.core.schema.FieldType;
import dev.godwit.destinations.internal.staging.Load;
import dev.godwit.destinations.internal.table.Column;
import dev.godwit.destinations.internal.table.ValueType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one database's SQL has that others have differently. Immutable, for several threads.
public interface Dialect {
  /// The code of an error that says so.
  String code(Refusal refusal);

  /// The schema of Godwit's own tables, and of streams without a namespace.
  String home();

  /// A name that the database takes as it is: `name` itself nearly always, else one that depends on
  /// it alone.
  String fitted(String name);

  /// A name in the form in which the database compares names.
  String folded(String name);

  /// A table that only the connection sees which creates it.
  TableName temporary(String table);

  /// The type of columns that hold this.
  String type(FieldType type);

  /// What columns of a type hold; null when tables of ours never have it.
  @Nullable FieldType typeNamed(String type);

  /// Whether columns can have parts with types of their own.
  default boolean hasStructs() {
    return false;
  }

  /// The type of columns that hold this.
  default String type(ValueType type) {
    return type(type instanceof ValueType.Plain plain ? plain.type() : FieldType.JSON);
  }

  /// As {@link #typeNamed}, also for columns with parts.
  default @Nullable ValueType valuesNamed(String type) {
    FieldType plain = typeNamed(type);
    return plain == null ? null : new ValueType.Plain(plain);
  }

  boolean exists(Connection connection, TableName table) throws SQLException;

  /// The types of a table's columns by folded name; empty when there is no such table.
  Map<String, String> columns(Connection connection, TableName table) throws SQLException;

  /// The names of a table's columns as they were given.
  default Set<String> columnNames(Connection connection, TableName table) throws SQLException {
    return columns(connection, table).keySet();
  }

  /// Creates a table where it is missing, also when several do so at the same time. Not to be used
  /// inside a transaction.
  ///
  /// @param columns names and types
  void createOnce(Connection connection, TableName table, String columns) throws SQLException;

  /// Creates a table's schema where it is missing.
  void createSchema(Connection connection, TableName table) throws SQLException;

  /// Adds staged rows to a table in their order.
  ///
  /// @param target the table's own name, or that of another with the same columns
  /// @return how many there are
  long insert(Statement statement, StreamTable table, TableName target, Load load)
      throws SQLException;

  /// Whether all tables number their rows, so that those that came last can be told from the
  /// others.
  boolean numbersRows();

  /// What numbers the rows of a temporary table in the order of their arrival.
  String rowNumber();

  /// A temporary table in which rows gather has just been created: makes it number them.
  void numberRows(Statement statement, TableName temporary) throws SQLException;

  /// What puts the rows of a table in the order of their arrival, at the end of a query; empty
  /// where they come so anyway or nobody knows.
  String inOrder(String table);

  /// Whether two values are the same or both null, in such a way that tables can be joined by it.
  String same(String a, String b);

  /// Whether two parts of keys are the same and not null, in such a way that an index helps.
  ///
  /// @param text whether they are of any length
  String equal(String a, String b, boolean text);

  /// Whether keys have indexes.
  boolean indexesKeys();

  /// Creates an index for the keys of a table where there is none.
  void index(Statement statement, TableName table, Identity identity) throws SQLException;

  /// A time.
  String instant(Instant time);

  /// A value of another type as JSON.
  String json(String value);

  /// A value as the text of a JSON value, of whatever type where a text is wanted, down to its last
  /// digit; null where it is null. Numbers with decimals that are exact, and those that are not
  /// finite, are texts in it; times are ISO 8601 and in UTC.
  String jsonText(ValueType type, String value);

  /// Several texts in a row; those that are null are left out.
  String joined(List<String> texts);

  /// A `timestamp with time zone` in milliseconds since 1970.
  String millis(String time);

  /// A field inside a column, as text.
  String field(String value, FieldType type, List<String> path);

  /// The number that a text is; infinity where it is none.
  String number(String text);

  /// A text that is ordered by its bytes, whatever the language of the database.
  String inByteOrder(String text);

  /// Whether a number would change if it became a double.
  String changesAsDouble(String number);

  /// A digest of several values.
  String digest(List<String> values);

  /// What digests of several rows make together, whatever their order.
  String digestOfRows(String digest);

  /// Gives a table the name of another one, which goes.
  void replace(Statement statement, TableName table, TableName by) throws SQLException;

  /// Whether a statement names columns that are not there.
  boolean isAboutColumns(SQLException e);

  /// What fills a column that is to hold more than before.
  default String widened(Column column) {
    String name = Quoting.name(column.name());
    return column.value().equals(ValueType.Plain.JSON)
        ? json(name)
        : name + "::" + type(column.value());
  }
}
