package dev.godwit.benchmarks;

import dev.godwit.core.Checkpoint;
import dev.godwit.core.Destination;
import dev.godwit.core.Generation;
import dev.godwit.core.JsonRows;
import dev.godwit.core.ShrinkPolicy;
import dev.godwit.core.Slice;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.json.JsonParser;
import dev.godwit.destinations.Destinations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Loads rows into Postgres, then the same rows once more as `psql \copy` does it, and prints how
/// long each took. The server may not be asked for a password.
///
/// Arguments: the URL of a database, how many rows, how many rounds.
public final class PostgresLoad {
  private static final StreamName NAME = new StreamName("godwit_bench", "accounts");
  private static final int PAGE_ROWS = 1_000;

  private static final String PROPERTIES =
      """
      {"id": {"type": "integer"}, "uid": {"type": "string"}, "name": {"type": "string"},
       "amount": {"type": "number"}, "active": {"type": "boolean"},
       "created_at": {"type": "string", "format": "date-time"}, "tags": {"type": "object"},
       "note": {"type": ["null", "string"]}}\
      """;

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
    byte[] page = page(0);
    long begun = System.nanoTime();
    load();
    double own = seconds(begun);
    psql("\\copy godwit_bench.accounts to '" + file + "' with (format csv)");
    psql("create table godwit_bench.copied (like godwit_bench.accounts)");
    begun = System.nanoTime();
    psql("\\copy godwit_bench.copied from '" + file + "' with (format csv)");
    double copy = seconds(begun);
    System.out.printf(
        "%,d rows of %d bytes: godwit %.2f s, psql %.2f s, %.0f %%, heap %d MB%n",
        rows,
        page.length / PAGE_ROWS,
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

  @SuppressWarnings("unchecked") // the parser makes maps of exactly this type
  private static ConfiguredStream stream() {
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    schema.put("properties", JsonParser.STRICT.parse(PROPERTIES));
    Stream stream =
        new Stream(
            NAME, schema, EnumSet.allOf(SyncMode.class), null, List.of(), List.of(), false, false);
    return new ConfiguredStream(
        stream, SyncMode.INCREMENTAL, WriteMode.APPEND, List.of(), List.of());
  }

  private void load() {
    try (Destination destination = Destinations.open(url);
        StreamWriter writer =
            destination.open(new StreamPlan(stream(), Generation.keeping(0), null))) {
      long most = destination.commitPolicy().bytes();
      List<Slice> finished = new ArrayList<>();
      long waiting = 0;
      long bytes = 0;
      for (long first = 0; first < rows; first += PAGE_ROWS) {
        Slice slice = new Slice(NAME, first, Map.of(), Map.of(), Map.of());
        JsonRows batch = batch(slice, page(first));
        writer.append(batch);
        writer.ended(slice);
        finished.add(slice);
        waiting += batch.rows();
        bytes += batch.bytes();
        if (bytes > most || first + PAGE_ROWS >= rows) {
          StreamState state = new StreamState(NAME, Map.of("at", first));
          writer.commit(
              new Checkpoint(
                  NAME, state, finished, waiting, Checkpoint.Extent.PARTIAL, ShrinkPolicy.USUAL));
          finished = new ArrayList<>();
          waiting = 0;
          bytes = 0;
        }
      }
    }
  }

  private static byte[] page(long first) {
    StringBuilder page = new StringBuilder(PAGE_ROWS * 300);
    for (long id = first; id < first + PAGE_ROWS; id++) {
      long noise = id * 0x9E3779B97F4A7C15L;
      page.append("{\"id\":").append(id);
      page.append(",\"uid\":\"").append(Long.toHexString(noise)).append('"');
      page.append(",\"name\":\"account ").append(id).append('"');
      page.append(",\"amount\":").append(id % 10_000).append('.').append(id % 90 + 10);
      page.append(",\"active\":").append(id % 3 == 0);
      page.append(",\"created_at\":\"2024-01-").append(id % 18 + 10).append("T10:20:30Z\"");
      page.append(",\"tags\":{\"a\":[1,2,").append(id).append("],\"b\":\"x\"}");
      page.append(",\"note\":\"").append(Long.toHexString(~noise).repeat(2)).append("\"}\n");
    }
    return page.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static JsonRows batch(Slice slice, byte[] page) {
    JsonRows.Builder builder = new JsonRows.Builder();
    int start = 0;
    for (int i = 0; i < page.length; i++) {
      if (page[i] == '\n') {
        builder.add(start, i);
        start = i + 1;
      }
    }
    return Objects.requireNonNull(builder.build(slice, page, 1_717_243_140_000L));
  }
}
