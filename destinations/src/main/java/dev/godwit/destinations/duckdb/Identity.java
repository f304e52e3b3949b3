package dev.godwit.destinations.duckdb;

import dev.godwit.core.catalog.ConfiguredStream;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// When two rows are the same thing, and which of them is the newer one. A row whose key is null in
/// every part has no identity and is never merged with another.
///
/// @param key parts of the primary key; at least one
/// @param cursor what tells the newest row; null where arrival does
record Identity(List<FieldExpression> key, @Nullable FieldExpression cursor) {
  Identity {
    key = List.copyOf(key);
  }

  /// The identity of a stream's rows, or null when every row is to be kept.
  static @Nullable Identity of(ConfiguredStream stream, TableShape shape) {
    if (!stream.writeMode().keepsOneRowPerKey()) {
      return null;
    }
    List<FieldExpression> key =
        stream.primaryKey().stream().map(path -> FieldExpression.of(shape, path)).toList();
    return new Identity(
        key,
        stream.cursorField().isEmpty() ? null : FieldExpression.of(shape, stream.cursorField()));
  }

  /// Whether rows of the tables called `a` and `b` have the same key.
  String same(String a, String b) {
    if (key.size() == 1) {
      return key.getFirst().in(a) + " = " + key.getFirst().in(b);
    }
    return key.stream()
            .map(part -> part.in(a) + " is not distinct from " + part.in(b))
            .collect(Collectors.joining(" and "))
        + " and not ("
        + unknown(b)
        + ")";
  }

  /// Deletes rows of `load` that are older than what `target` has.
  @Nullable String deleteOutdated(String load, String target) {
    FieldExpression newest = cursor;
    return newest == null
        ? null
        : "delete from %s as l using %s as t where %s and %s"
            .formatted(load, target, same("t", "l"), newest.isAfter("t", "l"));
  }

  /// Deletes rows of `target` that `load` replaces.
  String deleteReplaced(String load, String target) {
    return "delete from %s as t using %s as l where %s".formatted(target, load, same("t", "l"));
  }

  /// Adds the newest row of each key in `load` to `target`; of equally new ones the one that
  /// arrived last.
  String insertNewest(String load, String target, String columns) {
    String keys = key.stream().map(part -> part.in("l")).collect(Collectors.joining(", "));
    FieldExpression newest = cursor;
    String order = newest == null ? "" : newest.newestFirst("l") + ", ";
    return """
    insert into %s (%s) select %2$s from %s as l
    qualify (%s) or row_number() over (partition by %s order by %s l.rowid desc) = 1\
    """
        .formatted(target, columns, load, unknown("l"), keys, order);
  }

  private String unknown(String alias) {
    return key.stream()
        .map(part -> part.in(alias) + " is null")
        .collect(Collectors.joining(" and "));
  }
}
