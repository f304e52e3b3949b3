package dev.godwit.cli.plan;

import dev.godwit.Outlook;
import dev.godwit.Outlook.Cost;
import dev.godwit.cli.report.ErrorJson;
import dev.godwit.cli.report.SyncJson;
import dev.godwit.core.CursorRange;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamRules;
import dev.godwit.core.StreamState;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.schema.SchemaDecision;
import dev.godwit.core.schema.StreamShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A plan as a JSON object.
public final class PlanJson {
  /// What is only expected, and may be otherwise when the plan is carried out.
  static final String EXPECTED = "expected";

  private PlanJson() {}

  /// The plan, with its streams in their order.
  public static Map<String, @Nullable Object> of(SyncPlan plan, List<Outlook> outlooks) {
    return of(plan, outlooks, Map.of());
  }

  /// As {@link #of(SyncPlan, List)}, with the slices of the streams whose slices were counted.
  public static Map<String, @Nullable Object> of(
      SyncPlan plan, List<Outlook> outlooks, Map<StreamName, Long> slices) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("connection", plan.connection().name());
    json.put("source", plan.connection().source());
    json.put("destination", plan.connection().destination());
    json.put("delivery", plan.delivery().words());
    json.put("warnings", plan.warnings());
    json.put("left_out", plan.leftOut().stream().map(StreamName::toString).toList());
    json.put(
        "streams",
        outlooks.stream()
            .map(outlook -> stream(outlook, slices.get(outlook.plan().name())))
            .toList());
    return json;
  }

  private static Map<String, @Nullable Object> stream(Outlook outlook, @Nullable Long slices) {
    StreamPlan plan = outlook.plan();
    StreamShape shape = plan.schema().shape();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("stream", plan.name().toString());
    json.put("sync_mode", plan.read().syncMode().wireName());
    json.put("write_mode", plan.stream().writeMode().wireName());
    json.put("generation", plan.generation().id());
    json.put("minimum_generation", plan.generation().minimum());
    json.put("state", value(plan.state()));
    json.put("range", range(plan.range()));
    json.put("primary_key", shape.primaryKey());
    json.put("cursor", shape.cursor());
    json.put("fields", fields(shape));
    json.put("changes", plan.schema().decisions().stream().map(PlanJson::change).toList());
    json.put("rules", plan.rules().mapping().describe());
    if (slices != null) {
      json.put("slices", slices);
    }
    json.put("fields_pushed_down", outlook.selects());
    json.put("limit", plan.rules().limit() == StreamRules.UNLIMITED ? null : plan.rules().limit());
    json.put("contradictions", plan.rules().contract().contradictions());
    json.put("statements", outlook.statements());
    json.put("refusal", outlook.refusal() == null ? null : ErrorJson.of(outlook.refusal()));
    json.put(EXPECTED, outlook.cost() == null ? null : cost(outlook.cost()));
    return json;
  }

  private static @Nullable Object value(@Nullable StreamState state) {
    return state == null ? null : state.value();
  }

  private static @Nullable Object range(@Nullable CursorRange range) {
    if (range == null) {
      return null;
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("from", range.from());
    json.put("to", range.to());
    json.put("partitions", range.partitions());
    return json;
  }

  private static Map<String, @Nullable Object> fields(StreamShape shape) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    shape
        .fields()
        .forEach((key, field) -> {
          if (!field.gone()) {
            fields.put(key, field.type() + (field.nullable() ? "" : " not null"));
          }
        });
    return fields;
  }

  private static Map<String, @Nullable Object> change(SchemaDecision decision) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("kind", decision.change().kind().wireName());
    json.put("field", decision.change().field());
    json.put("change", decision.change().describe());
    json.put("action", decision.action().wireName());
    return json;
  }

  private static Map<String, @Nullable Object> cost(Cost cost) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("earlier_runs", (long) cost.runs());
    json.put("rows", cost.rows());
    json.put("requests", cost.requests());
    json.put("seconds", SyncJson.seconds(cost.duration()));
    return json;
  }
}
