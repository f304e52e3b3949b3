package dev.godwit.destinations.internal.stored;

import dev.godwit.core.RunEntry;
import dev.godwit.core.StreamState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What destinations keep of a run.
public final class RunFields {
  private RunFields() {}

  /// The fields by name, in the order in which they are shown.
  ///
  /// @param now when the run ended
  public static Map<String, @Nullable Object> of(RunEntry entry, Instant now) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("run", entry.run());
    fields.put("namespace", entry.plan().name().namespace());
    fields.put("stream", entry.plan().name().name());
    fields.put("started_at", now.minus(entry.duration()).toString());
    fields.put("ended_at", now.toString());
    fields.put("outcome", entry.outcome());
    fields.put("problem", entry.problem());
    fields.put("warnings", entry.warnings());
    fields.put("sync_mode", entry.plan().stream().syncMode().wireName());
    fields.put("write_mode", entry.plan().stream().writeMode().wireName());
    fields.put("generation", entry.plan().generation().id());
    fields.put("delivery", entry.delivery().words());
    fields.put("attempts", (long) entry.attempts());
    fields.put("rows_read", entry.rows().read());
    fields.put("rows_filtered", entry.rows().filtered());
    fields.put("rows_quarantined", entry.rows().quarantined());
    fields.put("rows_discarded", entry.rows().discarded());
    fields.put("rows_committed", entry.rows().committed());
    fields.put("requests", entry.traffic().requests());
    fields.put("retries", entry.traffic().retries());
    fields.put("wire_bytes", entry.traffic().wireBytes());
    fields.put("response_bytes", entry.traffic().bytes());
    fields.put("waited_seconds", entry.traffic().waited().toMillis() / 1_000.0);
    fields.put("state_before", value(entry.plan().state()));
    fields.put("state_after", value(entry.stateAfter()));
    return fields;
  }

  private static @Nullable Object value(@Nullable StreamState state) {
    return state == null ? null : state.value();
  }
}
