package dev.godwit.mapping.contract;

import dev.godwit.core.ContractRun;
import dev.godwit.core.JsonRows;
import dev.godwit.core.Mapped;
import dev.godwit.core.RowMapper;
import dev.godwit.core.Slice;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.json.JsonParser;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Contracts, rows and streams for tests, out of JSON.
final class Sample {
  static final Instant NOW = Instant.parse("2024-06-10T12:00:00Z");

  private Sample() {}

  static Map<?, ?> object(String json) {
    return (Map<?, ?>) Objects.requireNonNull(JsonParser.STRICT.parse(json));
  }

  static Contract contract(String json) {
    return Contract.read(object(json), "streams.orders.contract");
  }

  static ContractRun run(String contract) {
    return contract(contract).over(stream("{}", "id"), Clock.fixed(NOW, ZoneOffset.UTC)).begin();
  }

  static Mapped check(ContractRun run, String... rows) {
    try (RowMapper mapper = run.open()) {
      return mapper.map(rows(rows));
    }
  }

  static JsonRows rows(String... rows) {
    StringBuilder page = new StringBuilder();
    JsonRows.Builder builder = new JsonRows.Builder();
    for (String row : rows) {
      int start = page.toString().getBytes(StandardCharsets.UTF_8).length;
      page.append(row);
      builder.add(start, page.toString().getBytes(StandardCharsets.UTF_8).length);
    }
    Slice slice = new Slice(StreamName.of("orders"), 0, Map.of(), Map.of(), Map.of());
    return Objects.requireNonNull(
        builder.build(slice, page.toString().getBytes(StandardCharsets.UTF_8), 7));
  }

  /// A stream with a schema and a key; none where `key` is null.
  static ConfiguredStream stream(String schema, @Nullable String key) {
    @SuppressWarnings("unchecked")
    Map<String, @Nullable Object> json = (Map<String, @Nullable Object>) object(schema);
    List<List<String>> keys = key == null ? List.of() : List.of(List.of(key));
    Stream stream =
        new Stream(
            StreamName.of("orders"),
            json,
            Set.of(SyncMode.FULL_REFRESH),
            null,
            List.of(),
            keys,
            false,
            false);
    return new ConfiguredStream(
        stream, SyncMode.FULL_REFRESH, WriteMode.OVERWRITE, List.of(), keys);
  }
}
