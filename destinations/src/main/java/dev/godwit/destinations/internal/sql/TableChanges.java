package dev.godwit.destinations.internal.sql;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.schema.FieldType;
import dev.godwit.destinations.internal.table.Column;
import dev.godwit.destinations.internal.table.TableShape;
import dev.godwit.destinations.internal.table.ValueType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes tables have the columns that rows need. Columns are added and widened, never removed or
/// narrowed.
record TableChanges(Dialect dialect, TableName table) {
  /// A shape that holds both what rows need and what a table already has.
  ///
  /// @throws GodwitException CONFIG {@link Refusal#COLUMN_TYPE} when a column that rows need has a
  ///   type that is none of ours
  TableShape joined(TableShape shape, Map<String, String> existing) {
    Map<String, ValueType> types = new HashMap<>();
    for (Column column : shape.columns()) {
      String key = dialect.folded(column.name());
      String sql = existing.get(key);
      if (sql != null) {
        ValueType type = dialect.valuesNamed(sql);
        if (type == null) {
          throw GodwitException.config(
                  dialect.code(Refusal.COLUMN_TYPE),
                  "Column %s of table %s is %s, which Godwit does not write."
                      .formatted(Quoting.name(column.name()), table.sql(), sql))
              .hint(
                  "Rename the column or the table, or change the column to %s."
                      .formatted(dialect.type(column.value())));
        }
        types.put(key, type);
      }
    }
    return shape.joined(types, dialect::folded);
  }

  void create(Statement statement, TableShape shape) throws SQLException {
    statement.execute(creation(shape));
  }

  String creation(TableShape shape) {
    return table.create() + " (" + columns(shape) + ")";
  }

  /// The columns of a new table, with their types.
  String columns(TableShape shape) {
    StringBuilder columns = new StringBuilder();
    ownTypes()
        .forEach((name, type) ->
            columns.append(Quoting.name(name)).append(' ').append(type).append(", "));
    for (String time : shape.times()) {
      columns.append(time).append(' ').append(dialect.type(FieldType.TIMESTAMPTZ)).append(", ");
    }
    for (Column column : shape.columns()) {
      columns
          .append(Quoting.name(column.name()))
          .append(' ')
          .append(dialect.type(column.value()))
          .append(", ");
    }
    columns.setLength(columns.length() - 2);
    return columns.toString();
  }

  /// A statement that gives a table what it lacks.
  ///
  /// @param widened the column that is to hold more than before; null where one is added
  record Change(String sql, @Nullable Column widened) {}

  /// Adds the columns that a table lacks and widens those that are too narrow.
  ///
  /// @param existing what {@link Dialect#columns} says about the table
  void alter(Statement statement, TableShape shape, Map<String, String> existing)
      throws SQLException {
    for (Change change : changes(shape, existing)) {
      if (change.widened() != null) {
        requireLossless(statement, change.widened());
      }
      statement.execute(change.sql());
    }
  }

  /// What {@link #alter} does.
  List<Change> changes(TableShape shape, Map<String, String> existing) {
    String alter = "alter table " + table.sql();
    List<Change> changes = new ArrayList<>();
    ownTypes()
        .forEach((name, type) -> {
          if (!existing.containsKey(name)) {
            changes.add(new Change(alter + " add column " + Quoting.name(name) + " " + type, null));
          }
        });
    for (String time : shape.times()) {
      if (!existing.containsKey(time)) {
        changes.add(
            new Change(
                alter + " add column " + time + " " + dialect.type(FieldType.TIMESTAMPTZ), null));
        if (time.equals(TableShape.VALID_FROM)) {
          changes.add(
              new Change(
                  "update %s set %s = %s".formatted(table.sql(), time, TableShape.EXTRACTED_AT),
                  null));
        }
      }
    }
    for (Column column : shape.columns()) {
      String name = Quoting.name(column.name());
      String present = existing.get(dialect.folded(column.name()));
      String wanted = dialect.type(column.value());
      if (present == null) {
        changes.add(new Change(alter + " add column " + name + " " + wanted, null));
      } else if (!isCalled(present, wanted)) {
        changes.add(
            new Change(
                "%s alter column %s type %s using %s"
                    .formatted(alter, name, wanted, dialect.widened(column)),
                column));
      }
    }
    return changes;
  }

  /// Whether two names are of the same type: databases have more than one for some.
  private boolean isCalled(String present, String wanted) {
    ValueType type = dialect.valuesNamed(present);
    return present.equals(wanted) || (type != null && dialect.type(type).equals(wanted));
  }

  /// The types of the columns that every table has.
  private Map<String, String> ownTypes() {
    Map<String, String> types = new LinkedHashMap<>();
    types.put(TableShape.RAW_ID, "UUID");
    types.put(TableShape.EXTRACTED_AT, dialect.type(FieldType.TIMESTAMPTZ));
    types.put(TableShape.META, dialect.type(FieldType.JSON));
    types.put(TableShape.GENERATION_ID, dialect.type(FieldType.BIGINT));
    return types;
  }

  /// Large integers have no exact double.
  private void requireLossless(Statement statement, Column column) throws SQLException {
    if (column.type() != FieldType.DOUBLE) {
      return;
    }
    String lost =
        "select 1 from %s where %s limit 1"
            .formatted(table.sql(), dialect.changesAsDouble(Quoting.name(column.name())));
    try (ResultSet found = statement.executeQuery(lost)) {
      if (found.next()) {
        throw GodwitException.config(
                dialect.code(Refusal.COLUMN_TYPE),
                "Column %s of table %s is to become %s, but holds numbers that would change."
                    .formatted(
                        Quoting.name(column.name()), table.sql(), dialect.type(column.type())))
            .hint("Change the column's type yourself, or write the stream anew with overwrite.");
      }
    }
  }
}
