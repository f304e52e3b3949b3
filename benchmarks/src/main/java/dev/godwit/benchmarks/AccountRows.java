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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Rows of eight columns to load, made as they are needed.
final class AccountRows {
  static final StreamName NAME = new StreamName("godwit_bench", "accounts");
  static final int PAGE_ROWS = 1_000;

  private static final String PROPERTIES =
      """
      {"id": {"type": "integer"}, "uid": {"type": "string"}, "name": {"type": "string"},
       "amount": {"type": "number"}, "active": {"type": "boolean"},
       "created_at": {"type": "string", "format": "date-time"}, "tags": {"type": "object"},
       "note": {"type": ["null", "string"]}}\
      """;

  private AccountRows() {}

  /// How many bytes a row has.
  static int bytes() {
    return page(0).length / PAGE_ROWS;
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

  /// Writes rows into a destination, and commits as often as that asks for.
  static void load(Destination destination, long rows) {
    try (StreamWriter writer =
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

  /// Lines of JSON.
  static byte[] page(long first) {
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
