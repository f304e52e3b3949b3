package dev.godwit.core.policy;

import dev.godwit.core.schema.SchemaAction;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What becomes of one row.
sealed interface Verdict {
  record Fine() implements Verdict {}

  record Stopped(Misconduct why) implements Verdict {}

  record Discarded(SchemaAction action, Misconduct why) implements Verdict {}

  record Quarantined(SchemaAction action, Misconduct why) implements Verdict {}

  /// The row goes on with other fields.
  record Changed(Map<String, @Nullable Object> fields, List<Incident> incidents)
      implements Verdict {}

  /// What was done to a field, and why.
  record Incident(SchemaAction action, Misconduct why) {}
}
