package dev.godwit.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.godwit.core.Destination;
import dev.godwit.destinations.Destinations;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Writes rows as files, and has DuckDB make one Parquet file of the same rows: out of lines of
/// JSON, and out of a table of its own. Prints how long each took.
///
/// Arguments: a folder, how many rows, how many rounds, and what to do in each: formats, `rows` to
/// make the rows only, `duckdb` for its own files.
public final class FilesLoad {
  private final Path folder;
  private final long rows;

  private FilesLoad(Path folder, long rows) {
    this.folder = folder;
    this.rows = rows;
  }

  public static void main(String[] arguments) throws IOException, SQLException {
    FilesLoad load = new FilesLoad(Path.of(arguments[0]), Long.parseLong(arguments[1]));
    Files.createDirectories(load.folder);
    List<String> formats = List.of(arguments).subList(3, arguments.length);
    for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
      for (String format : formats) {
        switch (format) {
          case "rows" -> load.make();
          case "duckdb" -> load.copy();
          default -> load.write(format);
        }
      }
    }
  }

  /// What making the rows takes, which writing them includes.
  private void make() {
    Watch watch = Watch.start();
    long bytes = 0;
    for (long first = 0; first < rows; first += AccountRows.PAGE_ROWS) {
      bytes += AccountRows.page(first).length;
    }
    System.out.printf("making %,d rows, %d MB: %s%n", rows, bytes >> 20, watch.elapsed());
  }

  private void write(String format) throws IOException {
    Path target = folder.resolve(format);
    if (Files.exists(target)) {
      try (Stream<Path> files = Files.walk(target)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Watch watch = Watch.start();
    try (Destination destination = Destinations.open(format + ":" + target)) {
      AccountRows.load(destination, rows);
    }
    System.out.printf("%s %s%n", format, watch.elapsed());
  }

  private void copy() throws IOException, SQLException {
    Path lines = folder.resolve("accounts.jsonl");
    if (!Files.exists(lines)) {
      try (OutputStream out = Files.newOutputStream(lines)) {
        for (long first = 0; first < rows; first += AccountRows.PAGE_ROWS) {
          out.write(AccountRows.page(first));
        }
      }
    }
    Path target = folder.resolve("copied.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      String select = "select uuid() as raw_id, * from read_json('%s')".formatted(lines);
      String end = " to '%s' (format parquet, compression zstd)".formatted(target);
      Watch watch = Watch.start();
      statement.execute("copy (" + select + ")" + end);
      String fromLines = watch.elapsed();
      statement.execute("create table accounts as " + select);
      watch = Watch.start();
      statement.execute("copy accounts" + end);
      System.out.printf(
          "duckdb, of lines %s, of a table %s, %d MB%n",
          fromLines, watch.elapsed(), Files.size(target) >> 20);
    }
  }

  /// Measures time, and the processor time of the whole process.
  private record Watch(long time, long processor) {
    static Watch start() {
      return new Watch(System.nanoTime(), processorTime());
    }

    private static long processorTime() {
      return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    String elapsed() {
      return "%.2f s (%.2f s of processors)"
          .formatted((System.nanoTime() - time) / 1e9, (processorTime() - processor) / 1e9);
    }
  }
}
