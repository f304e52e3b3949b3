package dev.godwit.destinations.internal.contents;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.schema.FieldType;
import dev.godwit.core.schema.StreamShape;
import dev.godwit.destinations.internal.sql.Dialect;
import dev.godwit.destinations.internal.sql.Quoting;
import dev.godwit.destinations.internal.sql.StateTable;
import dev.godwit.destinations.internal.sql.TableName;
import dev.godwit.destinations.internal.table.Column;
import dev.godwit.destinations.internal.table.ColumnNames;
import dev.godwit.destinations.internal.table.TableShape;
import dev.godwit.destinations.internal.table.ValueType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the tables that streams have been written to.
public final class StoredRelations {
  private StoredRelations() {}

  /// Streams that were committed and have a table, by name. Columns that no sync makes are fields
  /// too, as text where their type is none of ours. Versions that have ended and rows that are
  /// marked as deleted are left out.
  public static List<Relation> read(Connection connection, Dialect dialect) throws SQLException {
    Map<StreamName, StateTable.Row> stored =
        new TreeMap<>(Comparator.comparing(StreamName::toString));
    stored.putAll(StateTable.readAll(connection, dialect));
    List<Relation> relations = new ArrayList<>();
    for (Map.Entry<StreamName, StateTable.Row> entry : stored.entrySet()) {
      StreamName stream = entry.getKey();
      TableName table = TableName.of(dialect, connection, stream);
      Set<String> present = dialect.columnNames(connection, table);
      if (!present.isEmpty()) {
        StreamShape shape = entry.getValue().stored(stream).shape();
        Map<String, String> types = dialect.columns(connection, table);
        relations.add(
            relation(
                dialect,
                stream,
                shape == null ? StreamShape.UNKNOWN : shape,
                table,
                present,
                types));
      }
    }
    return relations;
  }

  private static Relation relation(
      Dialect dialect,
      StreamName stream,
      StreamShape shape,
      TableName table,
      Set<String> present,
      Map<String, String> types) {
    Map<String, String> keys = keys(dialect, shape, present);
    List<Column> columns = new ArrayList<>();
    for (String name : present) {
      if (!TableShape.RESERVED.contains(dialect.folded(name))) {
        ValueType type = dialect.valuesNamed(types.getOrDefault(dialect.folded(name), ""));
        ValueType value = type == null ? new ValueType.Plain(FieldType.VARCHAR) : type;
        columns.add(new Column(keys.getOrDefault(name, name), name, value, value));
      }
    }
    String ours = present.contains(TableShape.EXTRACTED_AT) ? TableShape.EXTRACTED_AT : null;
    return Relation.of(stream, shape, table.sql() + current(present), columns, ours);
  }

  /// The keys of fields by the names of their columns.
  private static Map<String, String> keys(Dialect dialect, StreamShape shape, Set<String> present) {
    Set<String> fields = new LinkedHashSet<>(shape.fields().keySet());
    Stream.concat(shape.primaryKey().stream(), Stream.of(shape.cursor()))
        .filter(path -> !path.isEmpty())
        .forEach(path -> fields.add(path.getFirst()));
    Map<String, String> keys = new HashMap<>();
    ColumnNames.of(fields, TableShape.RESERVED, dialect::fitted, present)
        .forEach((key, name) -> keys.put(name, key));
    return keys;
  }

  private static String current(Set<String> present) {
    String conditions =
        Stream.of(TableShape.VALID_TO, TableShape.DELETED_AT)
            .filter(present::contains)
            .map(time -> Quoting.name(time) + " is null")
            .collect(Collectors.joining(" and "));
    return conditions.isEmpty() ? "" : " where " + conditions;
  }
}
