package dev.godwit.mapping.internal.compile;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonKind;
import dev.godwit.mapping.internal.filter.Condition;
import dev.godwit.mapping.internal.filter.FilterParser;
import dev.godwit.mapping.internal.filter.RowFilter;
import dev.godwit.mapping.internal.row.Reach;
import dev.godwit.mapping.internal.row.Retained;
import dev.godwit.mapping.internal.schema.StreamShape;
import dev.godwit.mapping.internal.schema.Types;
import dev.godwit.mapping.internal.step.ConstantStep;
import dev.godwit.mapping.internal.step.DropStep;
import dev.godwit.mapping.internal.step.FilterStep;
import dev.godwit.mapping.internal.step.FlattenStep;
import dev.godwit.mapping.internal.step.KeepStep;
import dev.godwit.mapping.internal.step.RenameStep;
import dev.godwit.mapping.internal.step.RowStep;
import dev.godwit.mapping.rule.FieldPath;
import dev.godwit.mapping.rule.FieldPath.Step;
import dev.godwit.mapping.rule.Rule;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Compiles rules about which fields and rows there are.
///
/// @param rule the rule in words, for messages
record FieldRules(StreamShape shape, String rule) {
  Supplier<RowStep> rename(Rule.Rename rename) {
    FieldPath field = keyed(rename.field());
    boolean required = shape.requires(field, rename.optional(), rule);
    shape.rename(field, rename.to(), rule);
    return () -> new RenameStep(new Reach(field, required), rename.to());
  }

  Supplier<RowStep> drop(Rule.Drop drop, FieldPath path) {
    FieldPath field = keyed(path);
    boolean required = shape.requires(field, drop.optional(), rule);
    shape.drop(field, rule);
    return () -> new DropStep(new Reach(field, required));
  }

  Supplier<RowStep> keep(Rule.Keep keep) {
    List<FieldPath> required =
        keep.fields().stream().filter(path -> shape.requires(path, keep.optional(), rule)).toList();
    shape.keep(keep.fields(), rule);
    return () ->
        new KeepStep(
            required.stream().map(path -> new Reach(path, true)).toList(),
            new Retained(keep.fields()));
  }

  Supplier<RowStep> flatten(Rule.Flatten flatten) {
    FieldPath field = keyed(flatten.field());
    boolean required = shape.requires(field, flatten.optional(), rule);
    shape.demand(field, Set.of(JsonKind.OBJECT), "an object", rule);
    shape.flatten(field, flatten.separator(), flatten.depth(), rule);
    return () -> new FlattenStep(new Reach(field, required), flatten.separator(), flatten.depth());
  }

  Supplier<RowStep> constant(Rule.Constant constant) {
    FieldPath field = constant.field();
    if (field.hasArrays()) {
      throw GodwitException.config(
          "mapping.bad-path", rule + " cannot give a value to " + field + ": it is in an array.");
    }
    FieldPath parent = field.length() == 1 ? null : field.first(field.length() - 1);
    boolean required = parent != null && shape.requires(parent, false, rule);
    if (parent != null) {
      shape.demand(parent, Set.of(JsonKind.OBJECT), "an object", rule);
    }
    shape.put(field, scalarSchema(constant.value()), rule);
    return () ->
        new ConstantStep(
            parent == null ? null : new Reach(parent, required),
            field.keys().getLast(),
            constant.value());
  }

  static Map<String, @Nullable Object> scalarSchema(@Nullable Object value) {
    return switch (value) {
      case null -> new LinkedHashMap<>(Map.of("type", "null"));
      case Boolean _ -> Types.of("boolean", false);
      case Double _ -> Types.of("number", false);
      case Number _ -> Types.of("integer", false);
      default -> Types.of("string", false);
    };
  }

  Supplier<RowStep> filter(Rule.Filter filter) {
    Condition condition = FilterParser.parse(filter.expression());
    new FilterKinds(shape, rule).check(condition);
    Set<FieldPath> required = new HashSet<>();
    for (FieldPath field : FilterKinds.fields(condition)) {
      if (shape.requires(field, false, rule)) {
        required.add(field);
      }
    }
    return () -> new FilterStep(new RowFilter(condition, required::contains));
  }

  /// Refuses elements of arrays: they have no names, and cannot go alone.
  private FieldPath keyed(FieldPath path) {
    if (path.last() instanceof Step.Each) {
      throw GodwitException.config(
          "mapping.bad-path",
          rule + " takes fields, not the elements of an array as " + path + " does.");
    }
    return path;
  }
}
