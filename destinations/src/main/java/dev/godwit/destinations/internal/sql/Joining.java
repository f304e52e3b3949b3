package dev.godwit.destinations.internal.sql;

import dev.godwit.core.Landing;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.destinations.internal.staging.Load;
import dev.godwit.destinations.internal.table.TableShape;
import java.sql.SQLException;
import java.sql.Statement;

/// How rows join those of a table, in one transaction: {@link #begin}, {@link #add} for each load,
/// {@link #finish}.
sealed interface Joining {
  /// How rows of a stream join the rows of its own table.
  static Joining of(Dialect dialect, ConfiguredStream stream, TableShape shape) {
    return switch (stream.writeMode()) {
      case APPEND, OVERWRITE -> new Append(dialect);
      case APPEND_DEDUP, OVERWRITE_DEDUP -> newest(Identity.of(dialect, stream, shape));
      case UPDATE -> new Change(Identity.of(dialect, stream, shape));
      case SOFT_DELETE -> new Mark(Identity.of(dialect, stream, shape));
      case HISTORY -> new Version(Identity.of(dialect, stream, shape));
    };
  }

  /// How rows of a stream collect in a table that will take another one's place.
  static Joining collecting(Dialect dialect, ConfiguredStream stream, TableShape shape) {
    return stream.writeMode().needsKey()
        ? newest(Identity.of(dialect, stream, shape))
        : new Append(dialect);
  }

  private static Joining newest(Identity identity) {
    return identity.dialect().numbersRows() ? new Newest(identity) : new Replace(identity);
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
  /// @param last greatest number of the table's rows before they came; -1 where it was empty, or
  ///   where nobody asks
  record Arrival(StreamTable table, long last) {
    String target() {
      return table.name().sql();
    }
  }

  /// All rows are added.
  record Append(Dialect dialect) implements Joining {
    @Override
    public Arrival begin(Statement statement, StreamTable table) {
      return new Arrival(table, -1);
    }

    @Override
    public long add(Statement statement, Arrival arrival, Load load) throws SQLException {
      return dialect.insert(statement, arrival.table(), arrival.table().name(), load);
    }

    @Override
    public Landing finish(Statement statement, Arrival arrival, long rows) {
      return Landing.of(rows);
    }
  }

  /// The newest row of each key is kept. Rows are added at once, where the table numbers them.
  record Newest(Identity identity) implements Joining {
    @Override
    public Arrival begin(Statement statement, StreamTable table) throws SQLException {
      return new Arrival(
          table, Counting.lastRow(statement, table.name().sql(), identity.dialect().rowNumber()));
    }

    @Override
    public long add(Statement statement, Arrival arrival, Load load) throws SQLException {
      return identity.dialect().insert(statement, arrival.table(), arrival.table().name(), load);
    }

    @Override
    public Landing finish(Statement statement, Arrival arrival, long rows) throws SQLException {
      new AddedRows(identity, arrival.target(), arrival.last()).merge(statement);
      return Landing.of(rows);
    }
  }

  /// Rows gather in a table of their own and are compared with those that are there.
  sealed interface Beside extends Joining {
    Identity identity();

    private TableName load() {
      return TableName.passing(identity().dialect(), "load");
    }

    @Override
    default Arrival begin(Statement statement, StreamTable table) throws SQLException {
      statement.execute(
          "create temp table %s as select %s from %s limit 0"
              .formatted(load().sql(), table.columns(), table.name().sql()));
      identity().dialect().numberRows(statement, load());
      return new Arrival(table, -1);
    }

    @Override
    default long add(Statement statement, Arrival arrival, Load load) throws SQLException {
      return identity().dialect().insert(statement, arrival.table(), load(), load);
    }

    @Override
    default Landing finish(Statement statement, Arrival arrival, long rows) throws SQLException {
      String load = load().sql();
      Landing landing = join(statement, arrival, identity().of(statement, load), load, rows);
      statement.execute("drop table " + load);
      return landing;
    }

    /// Has the rows that gathered in `load` join the others.
    ///
    /// @param exact the identity of those rows
    Landing join(Statement statement, Arrival arrival, Identity exact, String load, long rows)
        throws SQLException;
  }

  /// The newest row of each key is kept.
  record Replace(Identity identity) implements Beside {
    @Override
    public Landing join(
        Statement statement, Arrival arrival, Identity exact, String load, long rows)
        throws SQLException {
      String target = arrival.target();
      exact.deleteOutdated(statement, load, target);
      exact.deleteRepeated(statement, load);
      statement.execute(
          "delete from %s as t using %s as l where %s"
              .formatted(target, load, exact.same("t", "l")));
      exact.requireUnique(statement, load, "true");
      String columns = arrival.table().columns();
      statement.execute(
          "insert into %s (%s) select %2$s from %s%s"
              .formatted(target, columns, load, exact.dialect().inOrder(load)));
      exact.dialect().index(statement, arrival.table().name(), exact);
      return Landing.of(rows);
    }
  }

  /// Rows change those of the same key; a field that a row lacks stays as it is.
  record Change(Identity identity) implements Beside {
    @Override
    public Landing join(
        Statement statement, Arrival arrival, Identity exact, String load, long rows)
        throws SQLException {
      String target = arrival.target();
      long unmatched = exact.unmatched(statement, load, target);
      exact.deleteOutdated(statement, load, target);
      exact.deleteRepeated(statement, load);
      statement.execute(
          "update %s as t set %s from %s as l where %s"
              .formatted(
                  target, arrival.table().assignments("t", "l"), load, exact.same("t", "l")));
      return Landing.of(rows, unmatched);
    }
  }

  /// Rows mark those of the same key as deleted.
  record Mark(Identity identity) implements Beside {
    @Override
    public Landing join(
        Statement statement, Arrival arrival, Identity exact, String load, long rows)
        throws SQLException {
      String target = arrival.target();
      long unmatched = exact.unmatched(statement, load, target);
      exact.deleteRepeated(statement, load);
      statement.execute(
          "update %s as t set %s = l.%s from %s as l where %s and t.%2$s is null"
              .formatted(
                  target,
                  TableShape.DELETED_AT,
                  TableShape.EXTRACTED_AT,
                  load,
                  exact.same("t", "l")));
      return Landing.of(rows, unmatched);
    }
  }

  /// Rows that differ from the current version of their key become the current version.
  record Version(Identity identity) implements Beside {
    @Override
    public Landing join(
        Statement statement, Arrival arrival, Identity exact, String load, long rows)
        throws SQLException {
      History history = new History(arrival.table(), exact);
      history.forgetOutdated(statement, load);
      exact.deleteRepeated(statement, load);
      history.add(statement, load);
      return Landing.of(rows);
    }
  }
}
