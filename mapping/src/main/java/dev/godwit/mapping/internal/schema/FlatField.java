package dev.godwit.mapping.internal.schema;

import dev.godwit.core.json.JsonKind;
import dev.godwit.mapping.rule.FieldPath;
import dev.godwit.mapping.rule.FieldPath.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A field that comes out of an object when that is flattened.
///
/// @param from where it was
/// @param name what it is called afterwards
record FlatField(FieldPath from, String name, Map<String, @Nullable Object> schema) {
  /// All that are known.
  static List<FlatField> in(SchemaTree tree, FieldPath object, String separator, int depth) {
    List<FlatField> fields = new ArrayList<>();
    if (object.last() instanceof Step.Key(String name)) {
      collect(tree, object, name + separator, separator, depth, fields);
    }
    return fields;
  }

  private static void collect(
      SchemaTree tree,
      FieldPath object,
      String prefix,
      String separator,
      int depth,
      List<FlatField> target) {
    if (!(tree.find(object) instanceof Lookup.Found(Map<String, @Nullable Object> schema))) {
      return;
    }
    Map<String, @Nullable Object> fields = Json.object(schema, "properties");
    if (fields == null) {
      return;
    }
    for (String name : fields.keySet()) {
      FieldPath from = object.then(new Step.Key(name));
      Map<String, @Nullable Object> inside = Json.object(fields, name);
      boolean deeper =
          depth > 1 && inside != null && Types.kinds(inside).equals(Set.of(JsonKind.OBJECT));
      if (deeper) {
        collect(tree, from, prefix + name + separator, separator, depth - 1, target);
      } else if (inside != null) {
        target.add(new FlatField(from, prefix + name, Types.nullable(inside)));
      }
    }
  }
}
