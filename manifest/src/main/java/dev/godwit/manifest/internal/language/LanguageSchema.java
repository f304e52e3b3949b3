package dev.godwit.manifest.internal.language;

import static dev.godwit.manifest.internal.language.JsonSchema.object;

import dev.godwit.manifest.internal.bind.SpecTypes;
import dev.godwit.manifest.internal.spec.DeclarativeSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// A JSON Schema of manifests as people write them, references and omitted types included. It is of
/// draft 7, the one that editors know best.
public final class LanguageSchema {
  private final Language language;
  private final ComponentSchemas components;
  private final SequencedSet<Class<?>> used = new LinkedHashSet<>();

  private LanguageSchema(boolean strict) {
    language = Language.read();
    FormSchemas forms = new FormSchemas(language, used::add);
    components = new ComponentSchemas(language, forms, strict);
  }

  /// The schema of what runs. It allows fields that no component has, as nothing reads them, except
  /// at the root, and asks for no text, number or list of them, as those may come from
  /// `$parameters` further out.
  public static Map<String, @Nullable Object> tolerant() {
    return new LanguageSchema(false).whole();
  }

  /// The schema of what is meant: a component has all fields that it needs, and no others.
  public static Map<String, @Nullable Object> strict() {
    return new LanguageSchema(true).whole();
  }

  private Map<String, @Nullable Object> whole() {
    Map<String, @Nullable Object> definitions = new LinkedHashMap<>();
    for (ComponentForm component : language.components()) {
      definitions.put(component.name(), components.complete(component));
      definitions.put(JsonSchema.fieldsOf(component.name()), components.fields(component));
    }
    for (Class<?> type : List.copyOf(used)) {
      if (type.isRecord()) {
        ComponentForm component = language.of(type);
        definitions.put(
            JsonSchema.besideReference(component.name()), components.besideReference(component));
      } else {
        definitions.put(JsonSchema.familyName(type), components.family(SpecTypes.members(type)));
      }
    }
    definitions.put(JsonSchema.FRAGMENT, components.fragment());
    definitions.put(JsonSchema.REFERENCE, reference());
    return object(
        "$schema",
        "http://json-schema.org/draft-07/schema#",
        "title",
        "Low-code manifest",
        "allOf",
        List.of(JsonSchema.to(SpecTypes.name(DeclarativeSource.class))),
        "definitions",
        definitions);
  }

  private static Map<String, @Nullable Object> reference() {
    return object(
        "description",
        "A reference to another part of the manifest, for example #/definitions/requester.",
        "type",
        "string",
        "pattern",
        "^#/");
  }
}
