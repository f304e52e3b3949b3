package dev.godwit.core.policy;

import dev.godwit.core.fit.FieldLookup;
import dev.godwit.core.fit.RowCheck;
import dev.godwit.core.fit.RowFields;
import dev.godwit.core.schema.FieldRules;
import dev.godwit.core.schema.FieldType;
import java.util.HashMap;
import java.util.Map;

/// Tells by a row's bytes that no rule concerns it. For one thread.
final class RowSight {
  /// Why the presence of a field matters.
  private enum Watched {
    UNWANTED,
    REQUIRED
  }

  private final RowCheck types;
  private final FieldLookup<Watched> watched;
  private final int required;
  private final RowFields fields = new RowFields();

  RowSight(FieldRules rules) {
    Map<String, FieldType> typed = new HashMap<>();
    rules.typed().forEach((field, rule) -> typed.put(field, rule.type()));
    this.types = new RowCheck(typed);
    Map<String, Watched> seen = new HashMap<>();
    rules.unwanted().keySet().forEach(field -> seen.put(field, Watched.UNWANTED));
    rules.required().keySet().forEach(field -> seen.put(field, Watched.REQUIRED));
    this.watched = new FieldLookup<>(seen);
    this.required = rules.required().size();
  }

  /// Whether the row that starts here surely shows no change; false means that it must be looked at
  /// closely.
  boolean isFine(byte[] page, int start) {
    return types.fits(page, start) && (watched.size() == 0 || showsNoChange(page, start));
  }

  private boolean showsNoChange(byte[] page, int start) {
    if (page[start] != '{') {
      return false;
    }
    int present = 0;
    fields.open(page, start);
    watched.restart();
    while (fields.next()) {
      Watched why = watched.of(page, fields.keyStart(), fields.keyEnd());
      if (why != null && page[fields.start()] != 'n') {
        if (why == Watched.UNWANTED) {
          return false;
        }
        present++;
      }
    }
    return present == required;
  }
}
