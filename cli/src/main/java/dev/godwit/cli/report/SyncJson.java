package dev.godwit.cli.report;

import dev.godwit.core.RowCounts;
import dev.godwit.core.StreamState;
import dev.godwit.core.Traffic;
import dev.godwit.core.sync.StreamReport;
import dev.godwit.core.sync.SyncReport;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What became of a sync, as a JSON object.
public final class SyncJson {
  private SyncJson() {}

  /// The report, with its streams in the order of the plan.
  ///
  /// @param cancelled whether somebody ended the run
  public static Map<String, @Nullable Object> of(SyncReport report, boolean cancelled) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("succeeded", report.succeeded());
    json.put("cancelled", cancelled);
    json.put("source", report.plan().connection().source());
    json.put("destination", report.plan().connection().destination());
    json.put("delivery", report.plan().delivery().words());
    json.put("guarantee", Guarantee.of(report.plan().delivery()));
    rows(json, report.rows());
    traffic(json, SyncTable.traffic(report));
    json.put("seconds", seconds(report.duration()));
    json.put("streams", report.streams().stream().map(SyncJson::stream).toList());
    return json;
  }

  private static Map<String, @Nullable Object> stream(StreamReport report) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("stream", report.plan().name().toString());
    json.put("succeeded", report.succeeded());
    json.put("summary", StreamSummary.of(report));
    json.put("sync_mode", report.plan().stream().syncMode().wireName());
    json.put("write_mode", report.plan().stream().writeMode().wireName());
    json.put("generation", report.plan().generation().id());
    json.put("minimum_generation", report.plan().generation().minimum());
    json.put("attempts", (long) report.attempts());
    rows(json, report.rows());
    json.put("row_bytes", report.bytes());
    traffic(json, report.traffic());
    json.put("seconds", seconds(report.duration()));
    json.put("state_before", value(report.plan().state()));
    json.put("state_after", value(report.stateAfter()));
    json.put("warnings", report.warnings());
    if (report.error() != null) {
      json.put("failures", (long) report.failures());
      json.put("error", ErrorJson.of(report.error()));
    }
    return json;
  }

  private static void rows(Map<String, @Nullable Object> json, RowCounts rows) {
    json.put("rows_read", rows.read());
    json.put("rows_filtered", rows.filtered());
    json.put("rows_quarantined", rows.quarantined());
    json.put("rows_discarded", rows.discarded());
    json.put("rows_committed", rows.committed());
  }

  private static @Nullable Object value(@Nullable StreamState state) {
    return state == null ? null : state.value();
  }

  /// What requests have cost, as fields of `json`.
  public static void traffic(Map<String, @Nullable Object> json, Traffic traffic) {
    json.put("requests", traffic.requests());
    json.put("retries", traffic.retries());
    json.put("wire_bytes", traffic.wireBytes());
    json.put("response_bytes", traffic.bytes());
    json.put("waited_seconds", seconds(traffic.waited()));
  }

  /// To the millisecond.
  public static double seconds(Duration time) {
    return time.toMillis() / 1_000.0;
  }
}
