package dev.godwit.manifest.internal.language;

import static dev.godwit.manifest.internal.language.JsonSchema.isOfType;
import static dev.godwit.manifest.internal.language.JsonSchema.object;
import static dev.godwit.manifest.internal.language.JsonSchema.required;
import static dev.godwit.manifest.internal.language.JsonSchema.to;

import dev.godwit.manifest.internal.spec.DeclarativeSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Schemas of components and families.
final class ComponentSchemas {
  private final Language language;
  private final FormSchemas forms;
  private final boolean strict;

  ComponentSchemas(Language language, FormSchemas forms, boolean strict) {
    this.language = language;
    this.forms = forms;
    this.strict = strict;
  }

  /// A component with everything that it needs, unless a reference brings some of it.
  Map<String, @Nullable Object> complete(ComponentForm component) {
    boolean root = isRoot(component);
    List<String> needed =
        component.fields().stream()
            .filter(FieldForm::required)
            .filter(field -> strict || root || !canComeFromParameters(field.form()))
            .map(FieldForm::name)
            .toList();
    Map<String, @Nullable Object> needs = object("required", needed);
    if (root) {
      needs.put("anyOf", List.of(required("streams"), required("dynamic_streams")));
    }
    return object(
        "allOf",
        List.of(to(JsonSchema.fieldsOf(component.name()))),
        "if",
        required("$ref"),
        "then",
        object(),
        "else",
        needs);
  }

  private static boolean isRoot(ComponentForm component) {
    return component.record() == DeclarativeSource.class;
  }

  private static boolean canComeFromParameters(Form form) {
    return switch (form) {
      case Form.Plain plain -> plain != Form.Plain.OBJECT;
      case Form.Words _ -> true;
      case Form.ListOf list -> canComeFromParameters(list.element());
      case Form.MapOf _, Form.Part _, Form.Member _ -> false;
      case Form.Either either ->
          either.forms().stream().allMatch(ComponentSchemas::canComeFromParameters);
    };
  }

  /// A component's fields, any of which may be absent.
  Map<String, @Nullable Object> fields(ComponentForm component) {
    Map<String, @Nullable Object> schema = besideReference(component);
    if (component.open()) {
      schema.put("additionalProperties", to(JsonSchema.FRAGMENT));
    } else if (strict || isRoot(component)) {
      schema.put("additionalProperties", false);
    }
    return schema;
  }

  /// A component's fields where there may be others, too.
  Map<String, @Nullable Object> besideReference(ComponentForm component) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("type", type(component));
    for (FieldForm field : component.fields()) {
      boolean definitions = isRoot(component) && field.name().equals("definitions");
      properties.put(field.name(), definitions ? definitions(field) : forms.of(field));
    }
    properties.put("$parameters", object("description", Wording.PARAMETERS));
    properties.put("$ref", object("description", Wording.REFERENCE, "type", "string"));
    properties.put("<<", object("description", Wording.MERGE));
    return object(
        "title",
        component.name(),
        "description",
        component.purpose(),
        "type",
        "object",
        "properties",
        properties);
  }

  private static Map<String, @Nullable Object> type(ComponentForm component) {
    return component.typed()
        ? object("description", component.purpose(), "const", component.name())
        : object();
  }

  private static Map<String, @Nullable Object> definitions(FieldForm field) {
    return object(
        "description",
        field.purpose(),
        "type",
        "object",
        "additionalProperties",
        to(JsonSchema.FRAGMENT));
  }

  /// An object whose `type` says which of the members it is.
  Map<String, @Nullable Object> family(List<Class<?>> members) {
    List<ComponentForm> typed =
        members.stream()
            .filter(Class::isRecord)
            .map(language::of)
            .filter(ComponentForm::typed)
            .toList();
    List<Map<String, @Nullable Object>> choices = new ArrayList<>();
    for (ComponentForm member : typed) {
      choices.add(object("if", isOfType(member.name()), "then", to(member.name())));
    }
    return object(
        "type",
        "object",
        "properties",
        object("type", object("enum", typed.stream().map(ComponentForm::name).toList())),
        "anyOf",
        List.of(required("type"), required("$ref")),
        "allOf",
        choices);
  }

  /// Part of a manifest that only references use. Whatever says `type: X` in it can have the fields
  /// of X; what is missing may stand where the reference is.
  Map<String, @Nullable Object> fragment() {
    List<ComponentForm> typed =
        language.components().stream().filter(ComponentForm::typed).toList();
    List<Map<String, @Nullable Object>> choices = new ArrayList<>();
    for (ComponentForm component : typed) {
      choices.add(
          object(
              "if", isOfType(component.name()), "then", to(JsonSchema.fieldsOf(component.name()))));
    }
    Map<String, @Nullable Object> isComponent =
        object(
            "type",
            "object",
            "required",
            List.of("type"),
            "properties",
            object("type", object("enum", typed.stream().map(ComponentForm::name).toList())));
    return object(
        "if",
        isComponent,
        "then",
        object("allOf", choices),
        "else",
        object("items", to(JsonSchema.FRAGMENT), "additionalProperties", to(JsonSchema.FRAGMENT)));
  }
}
