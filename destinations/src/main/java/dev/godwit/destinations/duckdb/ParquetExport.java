package dev.godwit.destinations.duckdb;

import dev.godwit.core.Landing;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.schema.FieldType;
import dev.godwit.destinations.internal.duckline.LineEncoder;
import dev.godwit.destinations.internal.duckline.LoadSql;
import dev.godwit.destinations.internal.duckline.TypeText;
import dev.godwit.destinations.internal.sql.Quoting;
import dev.godwit.destinations.internal.sql.SqlThread;
import dev.godwit.destinations.internal.staging.Load;
import dev.godwit.destinations.internal.staging.RowEncoder;
import dev.godwit.destinations.internal.staging.StagingFolder;
import dev.godwit.destinations.internal.table.TableShape;
import dev.godwit.destinations.internal.table.ValueType;
import dev.godwit.destinations.internal.table.ValueType.ListOf;
import dev.godwit.destinations.internal.table.ValueType.Member;
import dev.godwit.destinations.internal.table.ValueType.Plain;
import dev.godwit.destinations.internal.table.ValueType.Struct;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Makes Parquet files of staged rows, by a DuckDB in memory: lines of JSON go in, files come out.
/// It does one file after the other. Safe for use by several threads.
public final class ParquetExport implements AutoCloseable {
  /// As much JSON makes a row group, which DuckDB holds in memory until it is complete.
  private static final int ROW_GROUP_BYTES = 48 << 20;

  private static final int MOST_ROWS = 122_880;
  private static final int VECTOR = 2_048;
  private static final int SAMPLE = 1 << 20;

  private final StagingFolder staging;
  private final SqlThread thread;
  private final MemoryLimit memory = new MemoryLimit();
  private final Connection connection;

  private ParquetExport(StagingFolder staging, SqlThread thread, Connection connection) {
    this.staging = staging;
    this.thread = thread;
    this.connection = connection;
  }

  /// Starts a DuckDB.
  ///
  /// @param staging where it may put what it has no memory for; exists
  public static ParquetExport open(StagingFolder staging) {
    SqlThread thread =
        new SqlThread(
            Thread.ofPlatform().name("parquet").daemon().factory(),
            e -> DuckDbErrors.of(e, "a Parquet file"));
    try {
      return thread.call(() -> {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        ParquetExport export = new ParquetExport(staging, thread, connection);
        Settings.apply(connection, staging);
        export.memory.set(connection);
        try (Statement statement = connection.createStatement()) {
          statement.execute("set timezone = 'UTC'");
        }
        return export;
      });
    } catch (RuntimeException e) {
      thread.close();
      throw e;
    }
  }

  /// What rows have to be to be staged.
  public RowEncoder encoder(TableShape shape) {
    return new LineEncoder(shape);
  }

  /// Makes one file.
  ///
  /// @param generation number of the refresh that the rows belong to
  /// @param compression as DuckDB names it
  /// @param target a new file
  /// @return how many rows it has
  /// @throws GodwitException for whatever DuckDB refuses
  public long write(Load load, TableShape shape, long generation, String compression, Path target) {
    return thread.call(() -> {
      int rows = rowGroup(load);
      Landing landing =
          new SecondTry(memory, staging, connection, shape)
              .land(load, part -> copy(part, shape, generation, compression, rows, target));
      memory.dropBlocks(connection);
      return landing.rows();
    });
  }

  private Landing copy(
      Load load, TableShape shape, long generation, String compression, int rows, Path target)
      throws SQLException {
    String select =
        LoadSql.select(shape, generation, load, "uuid()::varchar", ParquetExport::typeName);
    try (Statement statement = connection.createStatement()) {
      return Landing.of(
          statement.executeLargeUpdate(
              "copy (%s) to %s (format parquet, compression %s, row_group_size %d)"
                  .formatted(select, Quoting.text(target.toString()), compression, rows)));
    }
  }

  private static String typeName(ValueType type) {
    return TypeText.of(written(type));
  }

  /// Parquet has no integers beyond 64 bits and no times with an offset: these stay text.
  private static ValueType written(ValueType type) {
    return switch (type) {
      case Plain(FieldType plain) -> {
        boolean text = plain == FieldType.HUGEINT || plain == FieldType.TIMETZ;
        yield text ? new Plain(FieldType.VARCHAR) : type;
      }
      case ListOf(ValueType element) -> new ListOf(written(element));
      case Struct(List<Member> members) ->
          new Struct(
              members.stream()
                  .map(part -> new Member(part.key(), part.name(), written(part.type())))
                  .toList());
    };
  }

  /// How many rows of this size make a group.
  private static int rowGroup(Load load) throws SQLException {
    if (load.files().isEmpty()) {
      return MOST_ROWS;
    }
    try (InputStream in = new FileInputStream(load.files().getFirst().toFile())) {
      byte[] sample = in.readNBytes(SAMPLE);
      int lines = 1;
      for (byte b : sample) {
        lines += b == '\n' ? 1 : 0;
      }
      long rows = (long) ROW_GROUP_BYTES * lines / Math.max(1, sample.length);
      return Math.clamp(rows / VECTOR * VECTOR, VECTOR, MOST_ROWS);
    } catch (IOException e) {
      throw new SQLException("IO Error: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      thread.call(() -> {
        connection.close();
        return null;
      });
    } finally {
      thread.close();
    }
  }
}
