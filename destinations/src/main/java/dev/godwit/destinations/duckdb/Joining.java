package dev.godwit.destinations.duckdb;

import dev.godwit.core.Landing;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.destinations.internal.staging.Load;
import dev.godwit.destinations.internal.table.TableShape;
import java.sql.SQLException;
import java.sql.Statement;

/// How rows join those of a table, in one transaction: {@link #begin}, {@link #add} for each load,
/// {@link #finish}.
sealed interface Joining {
  /// Where rows lie that are compared with those of the table before they join them.
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

  /// Gets ready for the first rows.
  Arrival begin(Statement statement, StreamTable table) throws SQLException;

  /// Takes the rows of a load.
  ///
  /// @return how many there are
  long add(Statement statement, Arrival arrival, Load load) throws SQLException;

  /// Has the rows join those that were in the table before.
  ///
  /// @param rows that were added, before those of the same key replaced each other
  Landing finish(Statement statement, Arrival arrival, long rows) throws SQLException;

  /// Rows on their way into a table.
  ///
  /// @param last greatest `rowid` of the table before they came; -1 where it was empty, or where
  ///   nobody asks
  record Arrival(StreamTable table, long last) {
    String target() {
      return table.name().sql();
    }

    /// Adds rows to the table itself.
    long insert(Statement statement, Load load) throws SQLException {
      return statement.executeLargeUpdate(
          "insert into %s (%s) %s"
              .formatted(target(), table.sql().columns(), table.sql().select(load)));
    }
  }

  /// All rows are added.
  record Append() implements Joining {
    @Override
    public Arrival begin(Statement statement, StreamTable table) {
      return new Arrival(table, -1);
    }

    @Override
    public long add(Statement statement, Arrival arrival, Load load) throws SQLException {
      return arrival.insert(statement, load);
    }

    @Override
    public Landing finish(Statement statement, Arrival arrival, long rows) {
      return Landing.of(rows);
    }
  }

  /// The newest row of each key is kept.
  record Newest(Identity identity) implements Joining {
    @Override
    public Arrival begin(Statement statement, StreamTable table) throws SQLException {
      return new Arrival(table, Counting.lastRow(statement, table.name().sql()));
    }

    @Override
    public long add(Statement statement, Arrival arrival, Load load) throws SQLException {
      return arrival.insert(statement, load);
    }

    @Override
    public Landing finish(Statement statement, Arrival arrival, long rows) throws SQLException {
      new AddedRows(identity, arrival.target(), arrival.last()).merge(statement);
      return Landing.of(rows);
    }
  }

  /// Rows gather in a table of their own and are compared with those that are there.
  sealed interface Beside extends Joining {
    @Override
    default Arrival begin(Statement statement, StreamTable table) throws SQLException {
      statement.execute(
          "create temp table %s as select %s from %s limit 0"
              .formatted(LOAD, table.sql().columns(), table.name().sql()));
      return new Arrival(table, -1);
    }

    @Override
    default long add(Statement statement, Arrival arrival, Load load) throws SQLException {
      return statement.executeLargeUpdate(
          "insert into " + LOAD + " " + arrival.table().sql().select(load));
    }

    @Override
    default Landing finish(Statement statement, Arrival arrival, long rows) throws SQLException {
      Landing landing = join(statement, arrival, rows);
      statement.execute("drop table " + LOAD);
      return landing;
    }

    /// Has the gathered rows join the others.
    Landing join(Statement statement, Arrival arrival, long rows) throws SQLException;
  }

  /// Rows change those of the same key; a field that a row lacks stays as it is.
  record Change(Identity identity) implements Beside {
    @Override
    public Landing join(Statement statement, Arrival arrival, long rows) throws SQLException {
      String target = arrival.target();
      long unmatched = identity.unmatched(statement, LOAD, target);
      identity.deleteOutdated(statement, LOAD, target);
      identity.deleteRepeated(statement, LOAD);
      statement.execute(
          "update %s as t set %s from %s as l where %s"
              .formatted(
                  target,
                  arrival.table().sql().assignments("t", "l"),
                  LOAD,
                  identity.same("t", "l")));
      return Landing.of(rows, unmatched);
    }
  }

  /// Rows mark those of the same key as deleted.
  record Mark(Identity identity) implements Beside {
    @Override
    public Landing join(Statement statement, Arrival arrival, long rows) throws SQLException {
      String target = arrival.target();
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
      return Landing.of(rows, unmatched);
    }
  }

  /// Rows that differ from the current version of their key become the current version.
  record Version(Identity identity) implements Beside {
    @Override
    public Landing join(Statement statement, Arrival arrival, long rows) throws SQLException {
      History history = new History(arrival.table(), identity);
      history.forgetOutdated(statement, LOAD);
      identity.deleteRepeated(statement, LOAD);
      history.add(statement, LOAD);
      return Landing.of(rows);
    }
  }
}
