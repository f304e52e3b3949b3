package dev.godwit.mapping.internal.schema;

import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Spelling;
import dev.godwit.core.json.JsonKind;
import dev.godwit.mapping.rule.FieldPath;
import dev.godwit.mapping.rule.FieldPath.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A stream while rules change it: its schema, key and cursor, and what of its rows may be shown.
/// Every method that takes a rule's name throws GodwitException CONFIG where the rule does not fit.
public final class StreamShape {
  private final SchemaTree schema;
  private final KeyFields keys;
  private final Origins origins = new Origins();
  private final Set<FieldPath> hidden = new LinkedHashSet<>();
  private final List<List<FieldPath>> kept = new ArrayList<>();

  public StreamShape(ConfiguredStream read) {
    schema = new SchemaTree(read.stream().jsonSchema());
    keys = new KeyFields(read);
  }

  public SchemaTree schema() {
    return schema;
  }

  /// The stream as it lands.
  public ConfiguredStream written() {
    return keys.written(schema.json());
  }

  /// Fields of the source's rows that must not be seen outside.
  public List<FieldPath> hidden() {
    return List.copyOf(hidden);
  }

  /// Fields of the source's rows that alone may be seen outside: those that are in each list.
  public List<List<FieldPath>> kept() {
    return List.copyOf(kept);
  }

  /// Looks a field up that a rule names.
  ///
  /// @param optional whether it may be unknown
  /// @return whether rows without the field are failures, since nothing says that they may be
  public boolean requires(FieldPath path, boolean optional, String rule) {
    return switch (schema.find(path)) {
      case Lookup.Found _ -> false;
      case Lookup.Open() -> !optional;
      case Lookup.Missing(String name, List<String> known) -> {
        if (!optional) {
          throw unknown(rule, path, name, known);
        }
        yield false;
      }
      case Lookup.Blocked(int steps, String expected) ->
          throw wrongType(rule, path.first(Math.max(1, steps)), expected);
    };
  }

  private static GodwitException unknown(
      String rule, FieldPath path, String name, List<String> known) {
    return GodwitException.config(
            "mapping.unknown-field",
            Spelling.sentence(
                "%s names %s, which the stream does not have".formatted(rule, path), name, known))
        .hint("It has: " + String.join(", ", known) + ". Where it may be missing: optional: true.");
  }

  private static GodwitException wrongType(String rule, FieldPath path, String expected) {
    return GodwitException.config(
        "mapping.wrong-type", "%s needs %s in %s.".formatted(rule, expected, path));
  }

  /// The schema of a field that is known; null for others.
  public @Nullable Map<String, @Nullable Object> known(FieldPath path) {
    return schema.find(path) instanceof Lookup.Found(Map<String, @Nullable Object> found)
        ? found
        : null;
  }

  /// Refuses fields that are known to hold none of these kinds of values.
  public void demand(FieldPath path, Set<JsonKind> kinds, String expected, String rule) {
    Map<String, @Nullable Object> found = known(path);
    if (found != null && Types.kinds(found).stream().noneMatch(kinds::contains)) {
      throw wrongType(rule, path, expected);
    }
  }

  /// A field gets another name in the object that it is in.
  public FieldPath rename(FieldPath from, String to, String rule) {
    FieldPath target = sibling(from, to);
    refuseTaken(target, rule);
    schema.rename(from, to);
    keys.follow(path -> from.leadsTo(path) ? Origins.moved(path, from, target) : path);
    origins.moved(from, target);
    return target;
  }

  private void refuseTaken(FieldPath target, String rule) {
    if (known(target) != null) {
      throw GodwitException.config(
              "mapping.name-taken",
              "%s wants the name %s, which another field has.".formatted(rule, target))
          .hint("Choose another name, or drop that field first.");
    }
  }

  private static FieldPath sibling(FieldPath field, String name) {
    return field.length() == 1
        ? FieldPath.of(List.of(name))
        : field.first(field.length() - 1).then(new Step.Key(name));
  }

  /// A field goes.
  public void drop(FieldPath path, String rule) {
    hide(path);
    keys.lose(part -> KeyFields.overlap(path, part), rule);
    schema.remove(path);
  }

  /// All fields go but some.
  public void keep(List<FieldPath> paths, String rule) {
    keys.lose(part -> paths.stream().noneMatch(path -> path.leadsTo(part)), rule);
    kept.add(paths.stream().map(origins::only).filter(path -> path != null).toList());
    new KeptSchema(schema).keep(paths);
  }

  /// Fields of an object take its place.
  public void flatten(FieldPath object, String separator, int depth, String rule) {
    for (FlatField field : FlatField.in(schema, object, separator, depth)) {
      FieldPath target = sibling(object, field.name());
      refuseTaken(target, rule);
      schema.put(target, field.schema());
      keys.follow(
          path -> field.from().leadsTo(path) ? Origins.moved(path, field.from(), target) : path);
    }
    keys.lose(part -> KeyFields.overlap(object, part), rule);
    schema.remove(object);
    origins.lifted(
        object, object.last() instanceof Step.Key(String name) ? name + separator : separator);
  }

  /// Values are replaced by others that still tell rows apart, but not which came first.
  public void retype(
      FieldPath path, Map<String, @Nullable Object> type, Distinct distinct, String rule) {
    switch (distinct) {
      case KEY -> keys.loseKey(part -> KeyFields.overlap(path, part) && !part.equals(path), rule);
      case NONE -> keys.loseKey(part -> KeyFields.overlap(path, part), rule);
      case KEY_AND_ORDER -> {}
    }
    if (distinct != Distinct.KEY_AND_ORDER) {
      keys.loseCursor(part -> KeyFields.overlap(path, part), rule);
    }
    schema.replace(path, type);
  }

  /// What values still say after a rule has replaced them.
  public enum Distinct {
    /// Which are the same.
    KEY,
    /// Which are the same, and which comes first.
    KEY_AND_ORDER,
    NONE
  }

  /// A field gets values of its own, whatever was there.
  public void put(FieldPath path, Map<String, @Nullable Object> type, String rule) {
    keys.lose(part -> KeyFields.overlap(path, part), rule);
    if (known(path) == null) {
      origins.created(path);
    }
    schema.put(path, type);
  }

  /// A field must not be seen outside.
  public void hide(FieldPath path) {
    hidden.addAll(origins.possible(path));
  }
}
