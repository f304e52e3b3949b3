package dev.godwit.core.schema;

import dev.godwit.core.schema.SchemaChange.CursorGone;
import dev.godwit.core.schema.SchemaChange.KeyChange;
import dev.godwit.core.schema.SchemaChange.NewColumn;
import dev.godwit.core.schema.SchemaChange.Nullability;
import dev.godwit.core.schema.SchemaChange.RemovedColumn;
import dev.godwit.core.schema.SchemaChange.TypeConflict;
import dev.godwit.core.schema.SchemaChange.WiderType;
import dev.godwit.core.schema.StreamShape.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Compares shapes.
final class SchemaDiff {
  private SchemaDiff() {}

  /// What has changed, the stream's identity first, then its fields in the order of the schema,
  /// then those that are gone.
  static List<SchemaChange> between(StreamShape before, StreamShape now) {
    List<SchemaChange> changes = new ArrayList<>();
    if (!before.primaryKey().equals(now.primaryKey()) && !now.primaryKey().isEmpty()) {
      changes.add(new KeyChange(before.primaryKey(), now.primaryKey()));
    }
    if (!before.cursor().isEmpty() && !before.cursor().equals(now.cursor())) {
      changes.add(new CursorGone(before.cursor()));
    }
    if (!before.fields().isEmpty() && !now.fields().isEmpty()) {
      addFields(before.fields(), now.fields(), changes);
    }
    return changes;
  }

  private static void addFields(
      Map<String, Field> before, Map<String, Field> now, List<SchemaChange> changes) {
    now.forEach((key, field) -> {
      Field known = before.get(key);
      if (known == null) {
        changes.add(new NewColumn(key, field.type()));
      } else {
        addType(key, known.type(), field.type(), changes);
        if (!known.nullable() && field.nullable()) {
          changes.add(new Nullability(key));
        }
      }
    });
    before.forEach((key, field) -> {
      if (!field.gone() && !now.containsKey(key)) {
        changes.add(new RemovedColumn(key));
      }
    });
  }

  /// A type that the column holds anyway is no change.
  private static void addType(
      String key, FieldType before, FieldType now, List<SchemaChange> changes) {
    FieldType both = before.join(now);
    if (both == before) {
      return;
    }
    changes.add(
        both == now && before.widensTo(now)
            ? new WiderType(key, before, now)
            : new TypeConflict(key, before, both));
  }
}
