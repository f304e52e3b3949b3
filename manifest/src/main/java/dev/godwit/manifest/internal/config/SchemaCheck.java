package dev.godwit.manifest.internal.config;

import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Looks at JSON schemas themselves, and at values beside them. For one thread.
public final class SchemaCheck {
  /// What keeps a value from being a schema.
  ///
  /// @param pointer JSON pointer of the value inside the schema; empty for the whole
  public record Misfit(String pointer, String message) {}

  private static final URI DRAFT_7 = URI.create("http://json-schema.org/draft-07/schema#");

  private static final ValidatorFactory FACTORY =
      new ValidatorFactory()
          .withDefaultDialect(new Dialects.Draft7Dialect())
          .withJsonNodeFactory(PlainNode.FACTORY)
          .withDisabledSchemaValidation(true);

  private final Validator validator = FACTORY.createValidator();

  /// What keeps a value from being a schema of draft 7, place by place. One that names another
  /// draft is not looked at.
  public List<Misfit> misfits(Map<String, @Nullable Object> schema) {
    return SureSchema.matches(schema) ? List.of() : compared(schema);
  }

  /// The misfits of a schema that nothing is known of.
  List<Misfit> compared(Map<String, @Nullable Object> schema) {
    for (String name : List.of("$schema", "$id")) {
      if (schema.get(name) instanceof String address && !isAddress(address)) {
        return List.of(new Misfit("/" + name, "Value is not an address"));
      }
    }
    if (schema.get("$schema") instanceof String draft && isOther(draft)) {
      return List.of();
    }
    Validator.Result result = validator.validate(DRAFT_7, new PlainNode(schema, ""));
    if (result.isValid()) {
      return List.of();
    }
    Map<String, Misfit> byPlace = new LinkedHashMap<>();
    for (Error error : result.getErrors()) {
      if (ConfigCheck.isLeaf(error)) {
        String pointer = error.getInstanceLocation();
        byPlace.putIfAbsent(pointer, new Misfit(pointer, error.getError()));
      }
    }
    return List.copyOf(byPlace.values());
  }

  private static boolean isAddress(String text) {
    try {
      new URI(text);
      return true;
    } catch (URISyntaxException _) {
      return false;
    }
  }

  /// An address that is none of the drafts' own means the draft that manifests use.
  private static boolean isOther(String draft) {
    return draft.matches(".*(draft-0[346]|20(19|20)-).*");
  }

  /// The keywords of a schema that a value does not fit; empty where it fits, and where the schema
  /// is none.
  public List<String> unfitFor(@Nullable Object value, Map<String, @Nullable Object> schema) {
    if (!misfits(schema).isEmpty()) {
      return List.of();
    }
    Validator.Result result = FACTORY.validate(new PlainNode(schema, ""), new PlainNode(value, ""));
    return result.isValid()
        ? List.of()
        : result.getErrors().stream()
            .filter(ConfigCheck::isLeaf)
            .map(error -> String.valueOf(error.getKeyword()))
            .distinct()
            .toList();
  }
}
