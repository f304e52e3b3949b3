package dev.godwit.destinations.duckdb;

import dev.godwit.core.Landing;
import dev.godwit.core.catalog.ConfiguredStream;
import java.sql.SQLException;
import java.sql.Statement;

/// How the rows of a load join those of a table. To be used inside a transaction.
sealed interface Joining {
  /// Where the rows of a load lie while they are compared with those of the table.
  String LOAD = "temp.main._godwit_load";

  /// How rows of a stream join the rows of its own table.
  static Joining of(ConfiguredStream stream, TableShape shape) {
    return switch (stream.writeMode()) {
      case APPEND, OVERWRITE -> new Append();
      case APPEND_DEDUP, OVERWRITE_DEDUP -> new Newest(Identity.of(stream, shape));
      case UPDATE -> new Change(Identity.of(stream, shape));
      case SOFT_DELETE -> new Mark(Identity.of(stream, shape));
      case HISTORY -> new Version(Identity.of(stream, shape));
    };
  }

  /// How rows of a stream collect in a table that will take another one's place.
  static Joining collecting(ConfiguredStream stream, TableShape shape) {
    return stream.writeMode().needsKey() ? new Newest(Identity.of(stream, shape)) : new Append();
  }

  /// Lands the rows of a load.
  ///
  /// @return rows as they were before those of the same key replaced each other
  Landing join(Statement statement, StreamTable table, Load load) throws SQLException;

  /// All rows are added.
  record Append() implements Joining {
    @Override
    public Landing join(Statement statement, StreamTable table, Load load) throws SQLException {
      return Landing.of(
          statement.executeLargeUpdate(
              "insert into %s (%s) %s"
                  .formatted(table.name().sql(), table.sql().columns(), table.sql().select(load))));
    }
  }

  /// The newest row of each key is kept.
  record Newest(Identity identity) implements Joining {
    @Override
    public Landing join(Statement statement, StreamTable table, Load load) throws SQLException {
      String target = table.name().sql();
      long rows = table.sql().gather(statement, LOAD, load);
      identity.deleteOutdated(statement, LOAD, target);
      statement.execute(identity.deleteReplaced(LOAD, target));
      statement.execute(identity.insertNewest(LOAD, target, table.sql().columns()));
      identity.requireUnique(statement, LOAD, target);
      statement.execute("drop table " + LOAD);
      return Landing.of(rows);
    }
  }

  /// Rows change those of the same key; a field that a row lacks stays as it is.
  record Change(Identity identity) implements Joining {
    @Override
    public Landing join(Statement statement, StreamTable table, Load load) throws SQLException {
      String target = table.name().sql();
      long rows = table.sql().gather(statement, LOAD, load);
      long unmatched = identity.unmatched(statement, LOAD, target);
      identity.deleteOutdated(statement, LOAD, target);
      identity.deleteRepeated(statement, LOAD);
      statement.execute(
          "update %s as t set %s from %s as l where %s"
              .formatted(target, table.sql().assignments("t", "l"), LOAD, identity.same("t", "l")));
      statement.execute("drop table " + LOAD);
      return new Landing(rows, unmatched, null);
    }
  }

  /// Rows mark those of the same key as deleted.
  record Mark(Identity identity) implements Joining {
    @Override
    public Landing join(Statement statement, StreamTable table, Load load) throws SQLException {
      String target = table.name().sql();
      long rows = table.sql().gather(statement, LOAD, load);
      long unmatched = identity.unmatched(statement, LOAD, target);
      identity.deleteRepeated(statement, LOAD);
      statement.execute(
          "update %s as t set %s = l.%s from %s as l where %s and t.%2$s is null"
              .formatted(
                  target,
                  TableShape.DELETED_AT,
                  TableShape.EXTRACTED_AT,
                  LOAD,
                  identity.same("t", "l")));
      statement.execute("drop table " + LOAD);
      return new Landing(rows, unmatched, null);
    }
  }

  /// Rows that differ from the current version of their key become the current version.
  record Version(Identity identity) implements Joining {
    @Override
    public Landing join(Statement statement, StreamTable table, Load load) throws SQLException {
      long rows = table.sql().gather(statement, LOAD, load);
      History history = new History(table, identity);
      history.forgetOutdated(statement, LOAD);
      identity.deleteRepeated(statement, LOAD);
      history.add(statement, LOAD);
      statement.execute("drop table " + LOAD);
      return Landing.of(rows);
    }
  }
}
