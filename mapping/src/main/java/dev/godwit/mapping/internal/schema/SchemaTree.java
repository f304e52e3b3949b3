package dev.godwit.mapping.internal.schema;

import dev.godwit.core.json.JsonKind;
import dev.godwit.mapping.rule.FieldPath;
import dev.godwit.mapping.rule.FieldPath.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The JSON Schema of a stream's rows while rules change it.
public final class SchemaTree {
  private final Map<String, @Nullable Object> root;

  /// @param schema is copied
  public SchemaTree(Map<String, @Nullable Object> schema) {
    root = Json.copy(schema);
  }

  /// The schema as it is now. Not to be changed.
  public Map<String, @Nullable Object> json() {
    return root;
  }

  /// Whether the schema says which fields rows have.
  public boolean isKnown() {
    return !fields(root).isEmpty();
  }

  /// The fields of rows with their schemas, in order; those whose schema is no object left out.
  public Map<String, Map<String, @Nullable Object>> columns() {
    Map<String, Map<String, @Nullable Object>> columns = new LinkedHashMap<>();
    Map<String, @Nullable Object> properties = fields(root);
    for (String name : properties.keySet()) {
      Map<String, @Nullable Object> schema = Json.object(properties, name);
      columns.put(name, schema == null ? new LinkedHashMap<>() : schema);
    }
    return columns;
  }

  /// What is known of a field.
  public Lookup find(FieldPath path) {
    return find(path.steps());
  }

  /// What is known of what some steps lead to; of the row itself for none.
  Lookup find(List<Step> steps) {
    Map<String, @Nullable Object> schema = root;
    for (int i = 0; i < steps.size(); i++) {
      Lookup next =
          switch (steps.get(i)) {
            case Step.Key(String name) -> field(schema, name, i);
            case Step.Each() -> element(schema, i);
          };
      if (!(next instanceof Lookup.Found(Map<String, @Nullable Object> inside))) {
        return next;
      }
      schema = inside;
    }
    return new Lookup.Found(schema);
  }

  private static Lookup field(Map<String, @Nullable Object> schema, String name, int steps) {
    Map<String, @Nullable Object> fields = fields(schema);
    Map<String, @Nullable Object> found = Json.object(fields, name);
    if (found != null) {
      return new Lookup.Found(found);
    }
    if (!Types.kinds(schema).contains(JsonKind.OBJECT)) {
      return new Lookup.Blocked(steps, "an object");
    }
    boolean open = fields.isEmpty() || Types.isUnion(schema) || fields.containsKey(name);
    return open ? new Lookup.Open() : new Lookup.Missing(name, List.copyOf(fields.keySet()));
  }

  private static Lookup element(Map<String, @Nullable Object> schema, int steps) {
    if (!Types.kinds(schema).contains(JsonKind.ARRAY)) {
      return new Lookup.Blocked(steps, "an array");
    }
    Map<String, @Nullable Object> items = Json.object(schema, "items");
    return items == null ? new Lookup.Open() : new Lookup.Found(items);
  }

  private static Map<String, @Nullable Object> fields(Map<String, @Nullable Object> schema) {
    Map<String, @Nullable Object> properties = Json.object(schema, "properties");
    return properties == null ? new LinkedHashMap<>() : properties;
  }

  /// Puts another schema in the place of a field's, where the field is known.
  public void replace(FieldPath path, Map<String, @Nullable Object> schema) {
    if (find(path) instanceof Lookup.Found(Map<String, @Nullable Object> known)) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>(schema);
      known.clear();
      known.putAll(copy);
    }
  }

  /// Adds a field, or replaces it, where what it is in is known.
  public void put(FieldPath path, Map<String, @Nullable Object> schema) {
    Map<String, @Nullable Object> object = parent(path);
    if (object != null) {
      Map<String, @Nullable Object> properties = Json.object(object, "properties");
      if (properties == null) {
        properties = new LinkedHashMap<>();
        object.put("properties", properties);
      }
      properties.put(name(path), schema);
    }
  }

  /// Gives a field another name, where it is known.
  public void rename(FieldPath path, String to) {
    Map<String, @Nullable Object> object = parent(path);
    if (object != null) {
      Map<String, @Nullable Object> properties = fields(object);
      String from = name(path);
      Map<String, @Nullable Object> before = new LinkedHashMap<>(properties);
      properties.clear();
      before.forEach((name, schema) -> properties.put(name.equals(from) ? to : name, schema));
      if (object.get("required") instanceof List<?> required) {
        List<@Nullable Object> renamed = new ArrayList<>();
        required.forEach(name -> renamed.add(from.equals(name) ? to : name));
        object.put("required", renamed);
      }
    }
  }

  /// Takes a field away, where it is known.
  public void remove(FieldPath path) {
    Map<String, @Nullable Object> object = parent(path);
    if (object != null) {
      fields(object).remove(name(path));
      if (object.get("required") instanceof List<?> required) {
        List<@Nullable Object> left = new ArrayList<>(required);
        left.remove(name(path));
        object.put("required", left);
      }
    }
  }

  private @Nullable Map<String, @Nullable Object> parent(FieldPath path) {
    Lookup parent = find(path.steps().subList(0, path.length() - 1));
    return parent instanceof Lookup.Found(Map<String, @Nullable Object> schema) ? schema : null;
  }

  private static String name(FieldPath path) {
    return switch (path.last()) {
      case Step.Key(String name) -> name;
      case Step.Each() -> throw new IllegalArgumentException(path + " is an element");
    };
  }
}
