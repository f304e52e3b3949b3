package dev.godwit.manifest.internal.config;

import dev.harrel.jsonschema.Error;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One thing that is wrong with a configuration.
///
/// @param path dotted path of the field; empty for the whole configuration
record Problem(String path, String message) {
  /// Errors in words. Errors inside the alternatives of a `oneOf` or `anyOf` are summed up by the
  /// one of the whole.
  static List<Problem> from(
      List<Error> errors, Map<String, @Nullable Object> schema, @Nullable Object config) {
    Set<Problem> problems = new LinkedHashSet<>();
    for (Error error : errors) {
      boolean insideAlternative = error.getEvaluationPath().matches(".*/(oneOf|anyOf)/\\d+/.*");
      if (ConfigCheck.isLeaf(error) && !insideAlternative) {
        problems.addAll(describe(error, schema, config));
      }
    }
    return List.copyOf(problems);
  }

  /// The same for a value that lies at a path itself.
  Problem within(String outer) {
    return new Problem(join(outer, path), message);
  }

  private static List<Problem> describe(
      Error error, Map<String, @Nullable Object> schema, @Nullable Object config) {
    String path = dotted(error.getInstanceLocation());
    Object rule = ConfigCheck.at(schema, error.getEvaluationPath());
    String keyword = error.getKeyword() == null ? "" : error.getKeyword();
    if (keyword.equals("required") && rule instanceof List<?> required) {
      Object value = ConfigCheck.at(config, error.getInstanceLocation());
      List<Problem> missing = new ArrayList<>();
      for (Object name : required) {
        if (!(value instanceof Map<?, ?> map) || !map.containsKey(name)) {
          missing.add(new Problem(join(path, String.valueOf(name)), "is missing"));
        }
      }
      return missing;
    }
    String message =
        switch (keyword) {
          case "type" -> "must be of type " + words(rule);
          case "enum" -> "must be one of " + words(rule);
          case "const" -> "must be " + words(rule);
          case "pattern" -> "must match the pattern " + rule;
          case "minimum" -> "must be at least " + rule;
          case "maximum" -> "must be at most " + rule;
          case "minLength" -> "must have at least " + rule + " characters";
          case "maxLength" -> "must have at most " + rule + " characters";
          case "minItems" -> "must have at least " + rule + " elements";
          case "format" -> "must have the format " + rule;
          case "oneOf", "anyOf" -> "fits none of the allowed forms";
          case "additionalProperties" -> "has a field that the spec does not know";
          default -> "does not fit the rule '" + keyword + "'";
        };
    return List.of(new Problem(path, message));
  }

  private static String words(@Nullable Object rule) {
    return rule instanceof List<?> list
        ? String.join(", ", list.stream().map(String::valueOf).toList())
        : String.valueOf(rule);
  }

  private static String dotted(String pointer) {
    return pointer.isEmpty()
        ? ""
        : pointer.substring(1).replace("/", ".").replace("~1", "/").replace("~0", "~");
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  @Override
  public String toString() {
    return (path.isEmpty() ? "the configuration" : path) + " " + message;
  }
}
