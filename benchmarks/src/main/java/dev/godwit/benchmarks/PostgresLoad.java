package dev.godwit.benchmarks;

import dev.godwit.core.Destination;
import dev.godwit.destinations.Destinations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Loads rows into Postgres, then the same rows once more as `psql \copy` does it, and prints how
/// long each took. The server may not be asked for a password.
///
/// Arguments: the URL of a database, how many rows, how many rounds.
public final class PostgresLoad {
  private final String url;
  private final long rows;

  private PostgresLoad(String url, long rows) {
    this.url = url;
    this.rows = rows;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    PostgresLoad load = new PostgresLoad(arguments[0], Long.parseLong(arguments[1]));
    Path file = Files.createTempFile("accounts-", ".csv");
    try {
      for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
        load.round(file);
      }
      load.psql("drop schema if exists godwit_bench cascade");
    } finally {
      Files.delete(file);
    }
  }

  private void round(Path file) throws IOException, InterruptedException {
    psql("drop schema if exists godwit_bench cascade");
    psql("drop table if exists _godwit_state");
    long begun = System.nanoTime();
    try (Destination destination = Destinations.open(url)) {
      AccountRows.load(destination, rows);
    }
    double own = seconds(begun);
    psql("\\copy godwit_bench.accounts to '" + file + "' with (format csv)");
    psql("create table godwit_bench.copied (like godwit_bench.accounts)");
    begun = System.nanoTime();
    psql("\\copy godwit_bench.copied from '" + file + "' with (format csv)");
    double copy = seconds(begun);
    System.out.printf(
        "%,d rows of %d bytes: godwit %.2f s, psql %.2f s, %.0f %%, heap %d MB%n",
        rows,
        AccountRows.bytes(),
        own,
        copy,
        100 * copy / own,
        Runtime.getRuntime().totalMemory() >> 20);
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  private void psql(String sql) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("psql", "-qX", "-v", "ON_ERROR_STOP=1", "-c", sql, url)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("psql failed: " + sql);
    }
  }
}
