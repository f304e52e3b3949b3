package dev.godwit.cli;

import dev.godwit.core.Connection;
import dev.godwit.core.Delivery;
import dev.godwit.core.Generation;
import dev.godwit.core.RowCounts;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.Traffic;
import dev.godwit.core.catalog.ConfiguredCatalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.sync.StreamReport;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Plans and reports for tests that only look at how they are shown.
public final class SampleSync {
  private SampleSync() {}

  public static SyncPlan plan(String... names) {
    List<StreamPlan> streams =
        List.of(names).stream()
            .map(name -> new StreamPlan(configured(name), Generation.keeping(0), null))
            .toList();
    ConfiguredCatalog catalog =
        new ConfiguredCatalog(streams.stream().map(StreamPlan::stream).toList());
    Connection connection = new Connection("shop", "shop.yaml", "duckdb:shop.duckdb", catalog);
    return new SyncPlan(connection, streams, Delivery.EXACTLY_ONCE);
  }

  public static StreamReport report(
      SyncPlan plan, int index, long rows, Traffic traffic, @Nullable GodwitException error) {
    return report(plan.streams().get(index), rows, traffic, null, error);
  }

  /// What became of a stream that ended with the state `after`.
  public static StreamReport report(
      StreamPlan plan,
      long rows,
      Traffic traffic,
      @Nullable StreamState after,
      @Nullable GodwitException error) {
    return new StreamReport(
        plan,
        1,
        new RowCounts(rows, 0, 0, 0, error == null ? rows : 0),
        rows * 100,
        traffic,
        Duration.ofMillis(1_234),
        after,
        error,
        error == null ? 0 : 1,
        List.of());
  }

  /// A report as it would be after so many attempts and with these warnings.
  public static StreamReport with(StreamReport report, int attempts, String... warnings) {
    return new StreamReport(
        report.plan(),
        attempts,
        report.rows(),
        report.bytes(),
        report.traffic(),
        report.duration(),
        report.stateAfter(),
        report.error(),
        report.failures(),
        List.of(warnings));
  }

  /// The plan of one stream that begins at a state.
  public static StreamPlan plan(
      SyncMode syncMode, WriteMode writeMode, @Nullable StreamState before) {
    Stream stream = stream("orders");
    ConfiguredStream configured =
        new ConfiguredStream(
            stream, syncMode, writeMode, stream.defaultCursorField(), stream.primaryKey());
    return new StreamPlan(configured, Generation.keeping(0), before);
  }

  public static StreamState state(String json) {
    Map<String, @Nullable Object> value = new LinkedHashMap<>();
    ParsedJson.of(json).values().forEach((key, member) -> value.put(key.toString(), member));
    return new StreamState(StreamName.of("orders"), value);
  }

  /// A stream with the key `id` and the cursor `updated_at`.
  public static Stream stream(String name) {
    return new Stream(
        StreamName.of(name),
        Map.of("properties", Map.of("id", Map.of(), "updated_at", Map.of())),
        Set.of(SyncMode.FULL_REFRESH, SyncMode.INCREMENTAL),
        true,
        List.of("updated_at"),
        List.of(List.of("id")),
        true,
        false);
  }

  private static ConfiguredStream configured(String name) {
    return ConfiguredStream.byDefault(stream(name));
  }
}
