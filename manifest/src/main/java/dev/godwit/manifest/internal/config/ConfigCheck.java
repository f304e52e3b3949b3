package dev.godwit.manifest.internal.config;

import dev.godwit.core.error.GodwitException;
import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tells every problem that a configuration has, with its path. Values never appear: they may be
/// secrets.
public final class ConfigCheck {
  /// Keys that the reference takes out before it validates.
  private static final Set<String> IGNORED = Set.of("_limit", "_page_size");

  /// What keys begin with that carry a manifest inside a configuration, which no spec mentions.
  private static final String INJECTED = "__injected_";

  /// What the schema is called where it does not say. A name of the library's own would be random,
  /// and the first random number of a process takes its time.
  private static final URI SPEC = URI.create("https://spec.invalid/schema");

  private ConfigCheck() {}

  /// Requires that a configuration fits a spec.
  ///
  /// @throws GodwitException CONFIG `config.invalid` with a line for each problem,
  ///   `config.bad-spec` when the spec is not a JSON Schema
  public static void requireValid(
      Map<String, @Nullable Object> config, Map<String, @Nullable Object> schema) {
    requireSchema(schema);
    Map<String, @Nullable Object> checked = new LinkedHashMap<>(config);
    checked.keySet().removeIf(key -> IGNORED.contains(key) || key.startsWith(INJECTED));
    List<Problem> problems = problems(checked, schema);
    if (!problems.isEmpty()) {
      String list = problems.stream().map(Problem::toString).collect(Collectors.joining("\n  "));
      throw GodwitException.config(
              "config.invalid", "The configuration does not fit the connector's spec:\n  " + list)
          .hint("The connector's spec lists all fields and their meaning.");
    }
  }

  private static void requireSchema(Map<String, @Nullable Object> spec) {
    List<SchemaCheck.Misfit> misfits = new SchemaCheck().misfits(spec);
    if (!misfits.isEmpty()) {
      throw GodwitException.config(
              "config.bad-spec",
              "The connector's spec is not a JSON Schema: "
                  + misfits.stream()
                      .map(misfit -> misfit.pointer() + ": " + misfit.message())
                      .collect(Collectors.joining("; ")))
          .hint("Correct connection_specification; `godwit lint` shows the line.");
    }
  }

  /// What a value breaks of a schema.
  static List<Problem> problems(@Nullable Object value, Map<String, @Nullable Object> schema) {
    Validator validator =
        new ValidatorFactory()
            .withDefaultDialect(new Dialects.Draft7Dialect())
            .withJsonNodeFactory(PlainNode.FACTORY)
            .withDisabledSchemaValidation(true)
            .createValidator();
    URI name = validator.registerSchema(SPEC, new PlainNode(schema, ""));
    Validator.Result result = validator.validate(name, new PlainNode(value, ""));
    return result.isValid() ? List.of() : Problem.from(result.getErrors(), schema, value);
  }

  /// The value at a JSON pointer of a plain value; null where there is none.
  static @Nullable Object at(@Nullable Object root, String pointer) {
    Object current = root;
    for (String step : pointer.split("/", -1)) {
      String key = step.replace("~1", "/").replace("~0", "~");
      current =
          switch (current) {
            case Map<?, ?> map when !step.isEmpty() -> map.get(key);
            case List<?> list when !step.isEmpty() && key.matches("\\d{1,6}") ->
                Integer.parseInt(key) < list.size() ? list.get(Integer.parseInt(key)) : null;
            case null -> null;
            default -> step.isEmpty() ? current : null;
          };
    }
    return current;
  }

  static boolean isLeaf(Error error) {
    return !Set.of("properties", "items", "allOf", "$ref", "additionalItems", "then", "else")
        .contains(error.getKeyword());
  }
}
