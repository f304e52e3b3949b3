package dev.godwit.mapping.internal.schema;

import dev.godwit.mapping.rule.FieldPath;
import dev.godwit.mapping.rule.FieldPath.Step;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A schema from which all fields go but some.
record KeptSchema(SchemaTree tree) {
  void keep(List<FieldPath> paths) {
    for (String name : tree.columns().keySet()) {
      keep(FieldPath.of(List.of(name)), paths);
    }
  }

  private void keep(FieldPath field, List<FieldPath> paths) {
    if (paths.stream().anyMatch(path -> path.leadsTo(field))) {
      return;
    }
    if (paths.stream().noneMatch(field::leadsTo)) {
      tree.remove(field);
      return;
    }
    FieldPath inner = field;
    while (isArray(inner, paths)) {
      inner = inner.then(new Step.Each());
    }
    if (tree.find(inner) instanceof Lookup.Found(Map<String, @Nullable Object> schema)) {
      Map<String, @Nullable Object> fields = Json.object(schema, "properties");
      List<String> names = fields == null ? List.of() : List.copyOf(fields.keySet());
      for (String name : names) {
        keep(inner.then(new Step.Key(name)), paths);
      }
    }
  }

  private static boolean isArray(FieldPath field, List<FieldPath> paths) {
    FieldPath elements = field.then(new Step.Each());
    return paths.stream().anyMatch(elements::leadsTo);
  }
}
