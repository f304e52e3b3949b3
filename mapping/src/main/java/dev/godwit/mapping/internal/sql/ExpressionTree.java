package dev.godwit.mapping.internal.sql;

import dev.godwit.core.json.JsonParser;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// What DuckDB's parser says of an expression.
final class ExpressionTree {
  private final Set<String> names = new LinkedHashSet<>();
  private @Nullable String problem;

  private ExpressionTree() {}

  /// Has an expression parsed.
  static ExpressionTree of(String expression, DuckDBConnection connection) throws SQLException {
    ExpressionTree tree = new ExpressionTree();
    try (PreparedStatement statement =
        connection.prepareStatement("select cast(json_serialize_sql(?) as varchar)")) {
      statement.setString(1, "select (" + expression + "\n)");
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        tree.read(JsonParser.LENIENT.parse(result.getString(1)));
      }
    }
    return tree;
  }

  /// Names that may be those of fields.
  Set<String> names() {
    return names;
  }

  /// Why it cannot be computed row by row; null when it can.
  @Nullable String problem() {
    return problem;
  }

  private void read(@Nullable Object document) {
    Map<?, ?> answer = document instanceof Map<?, ?> map ? map : Map.of();
    if (Boolean.TRUE.equals(answer.get("error"))) {
      problem = String.valueOf(answer.get("error_message"));
      return;
    }
    if (!(answer.get("statements") instanceof List<?> statements)
        || statements.size() != 1
        || !(statements.getFirst() instanceof Map<?, ?> statement)
        || !(statement.get("node") instanceof Map<?, ?> node)
        || !(node.get("select_list") instanceof List<?> selected)
        || selected.size() != 1
        || !(node.get("from_table") instanceof Map<?, ?> from)
        || !"EMPTY".equals(from.get("type"))) {
      problem = "it is not one expression";
      return;
    }
    walk(node);
  }

  private void walk(@Nullable Object part) {
    switch (part) {
      case List<?> list -> list.forEach(this::walk);
      case Map<?, ?> map -> {
        look(map);
        map.values().forEach(this::walk);
      }
      case null, default -> {}
    }
  }

  private void look(Map<?, ?> part) {
    switch (String.valueOf(part.get("class"))) {
      case "COLUMN_REF" -> {
        if (part.get("column_names") instanceof List<?> parts) {
          parts.forEach(name -> names.add(String.valueOf(name)));
        }
      }
      case "STAR" -> problem = "it names all columns at once";
      case "SUBQUERY" -> problem = "it has a subquery, but sees one row only";
      case "WINDOW" -> problem = "it has a window, but sees one row only";
      case "PARAMETER" -> problem = "it has a parameter";
      default -> {}
    }
  }
}
