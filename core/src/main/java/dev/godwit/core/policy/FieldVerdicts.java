package dev.godwit.core.policy;

import dev.godwit.core.fit.Fit;
import dev.godwit.core.fit.ValueFit;
import dev.godwit.core.policy.Misconduct.Misfit;
import dev.godwit.core.policy.Misconduct.Missing;
import dev.godwit.core.policy.Misconduct.Unwanted;
import dev.godwit.core.policy.Verdict.Incident;
import dev.godwit.core.schema.FieldRules;
import dev.godwit.core.schema.FieldRules.Typed;
import dev.godwit.core.schema.SchemaPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Looks closely at a row. Where several rules concern it, the one that lets least of it pass
/// counts.
record FieldVerdicts(FieldRules rules) {
  Verdict of(Map<?, ?> row) {
    List<Incident> incidents = incidents(row);
    if (incidents.isEmpty()) {
      return new Verdict.Fine();
    }
    Verdict worst = null;
    for (Incident incident : incidents) {
      switch (incident.action()) {
        case STOP, ASK, FREEZE, EVOLVE -> {
          return new Verdict.Stopped(incident.why());
        }
        case QUARANTINE -> worst = new Verdict.Quarantined(incident.action(), incident.why());
        case DISCARD_ROW -> {
          if (worst == null) {
            worst = new Verdict.Discarded(incident.action(), incident.why());
          }
        }
        case DISCARD_VALUE, VARIANT -> {}
      }
    }
    return worst == null ? changed(row, incidents) : worst;
  }

  private List<Incident> incidents(Map<?, ?> row) {
    List<Incident> incidents = new ArrayList<>();
    rules
        .unwanted()
        .forEach((field, action) -> {
          if (row.get(field) != null) {
            incidents.add(new Incident(action, new Unwanted(field)));
          }
        });
    rules
        .required()
        .forEach((field, action) -> {
          if (row.get(field) == null) {
            incidents.add(new Incident(action, new Missing(field)));
          }
        });
    rules
        .typed()
        .forEach((field, typed) -> {
          if (isMisfit(row.get(field), typed)) {
            incidents.add(new Incident(typed.action(), new Misfit(field, typed.type())));
          }
        });
    return incidents;
  }

  /// A value that only loses digits or is too long still belongs to its type.
  private static boolean isMisfit(@Nullable Object value, Typed typed) {
    return value != null && ValueFit.fit(typed.type(), value).change() == Fit.Change.MISFIT;
  }

  private static Verdict changed(Map<?, ?> row, List<Incident> incidents) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    row.forEach((key, value) -> fields.put(String.valueOf(key), value));
    Map<String, @Nullable Object> variants = new LinkedHashMap<>();
    for (Incident incident : incidents) {
      String field = incident.why().field();
      Object value = fields.remove(field);
      switch (incident.action()) {
        case VARIANT -> variants.put(field, value);
        case DISCARD_VALUE -> {}
        case EVOLVE, FREEZE, DISCARD_ROW, QUARANTINE, STOP, ASK ->
            throw new IllegalArgumentException(incident.action().name());
      }
    }
    if (!variants.isEmpty()) {
      fields.put(SchemaPlan.VARIANT, variants);
    }
    return new Verdict.Changed(fields, incidents);
  }
}
