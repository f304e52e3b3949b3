package dev.godwit.manifest.internal.language;

import static dev.godwit.manifest.internal.language.JsonSchema.anyOf;
import static dev.godwit.manifest.internal.language.JsonSchema.object;
import static dev.godwit.manifest.internal.language.JsonSchema.required;
import static dev.godwit.manifest.internal.language.JsonSchema.to;
import static dev.godwit.manifest.internal.language.JsonSchema.type;

import dev.godwit.manifest.internal.bind.SpecTypes;
import dev.godwit.manifest.internal.language.Form.Either;
import dev.godwit.manifest.internal.language.Form.ListOf;
import dev.godwit.manifest.internal.language.Form.MapOf;
import dev.godwit.manifest.internal.language.Form.Member;
import dev.godwit.manifest.internal.language.Form.Part;
import dev.godwit.manifest.internal.language.Form.Plain;
import dev.godwit.manifest.internal.language.Form.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Schemas of what stands in a field. Everywhere a reference may stand instead.
final class FormSchemas {
  private final Language language;
  private final Consumer<Class<?>> uses;

  /// @param uses is told every family that a schema refers to, and every component that it takes an
  ///   object for that is a reference without type
  FormSchemas(Language language, Consumer<Class<?>> uses) {
    this.language = language;
    this.uses = uses;
  }

  Map<String, @Nullable Object> of(FieldForm field) {
    Map<String, @Nullable Object> schema = object("description", description(field));
    if (field.standard() != null) {
      schema.put("default", field.standard());
    }
    if (field.successor() != null) {
      schema.put("deprecated", true);
      schema.put("deprecationMessage", "Use " + field.successor() + " instead.");
    }
    schema.putAll(place(field.form(), field));
    return schema;
  }

  private static String description(FieldForm field) {
    return field.variables().isEmpty()
        ? field.purpose()
        : field.purpose() + "\n\nTemplates may use " + Wording.variables(field) + ".";
  }

  private Map<String, @Nullable Object> place(Form form, FieldForm field) {
    List<Map<String, @Nullable Object>> schemas = new ArrayList<>(alternatives(form, field));
    if (form == Plain.ANYTHING) {
      return object();
    }
    if (!schemas.contains(type("string"))) {
      schemas.add(to(JsonSchema.REFERENCE));
    }
    if (!takesObjects(form)) {
      schemas.add(object("type", "object", "required", List.of("$ref")));
    }
    return anyOf(schemas);
  }

  private static boolean takesObjects(Form form) {
    return switch (form) {
      case MapOf _, Part _, Member _ -> true;
      case Plain plain -> plain == Plain.OBJECT;
      case Either either -> either.forms().stream().anyMatch(FormSchemas::takesObjects);
      case Words _, ListOf _ -> false;
    };
  }

  private List<Map<String, @Nullable Object>> alternatives(Form form, FieldForm field) {
    return switch (form) {
      case Plain plain -> List.of(plain(plain));
      case Words words -> List.of(object("enum", words.words()));
      case ListOf list -> List.of(object("type", "array", "items", place(list.element(), field)));
      case MapOf map ->
          List.of(object("type", "object", "additionalProperties", place(map.value(), field)));
      case Either either ->
          either.forms().stream().flatMap(one -> alternatives(one, field).stream()).toList();
      case Part part -> component(language.of(part.component()), field);
      case Member member -> members(member.family(), field);
    };
  }

  private static Map<String, @Nullable Object> plain(Plain plain) {
    return switch (plain) {
      case TEXT -> type("string");
      case WHOLE_NUMBER -> type("integer");
      case NUMBER -> type("number");
      case BOOLEAN -> type("boolean");
      case OBJECT -> type("object");
      case ANYTHING -> object();
    };
  }

  private List<Map<String, @Nullable Object>> component(ComponentForm component, FieldForm field) {
    return Stream.concat(Stream.of(to(component.name())), shorthand(component, field)).toList();
  }

  /// The component written as the value of its only field.
  private Stream<Map<String, @Nullable Object>> shorthand(
      ComponentForm component, FieldForm field) {
    if (component.textField() != null) {
      return Stream.of(type("string"));
    }
    return component.listField() == null
        ? Stream.of()
        : Stream.of(list(component.field(component.listField()).form(), field));
  }

  /// A list in the place of a component. Its elements are members of a family that are written out,
  /// as lists do not nest.
  private Map<String, @Nullable Object> list(Form form, FieldForm field) {
    Form element = form instanceof ListOf list ? list.element() : form;
    Map<String, @Nullable Object> items =
        element instanceof Member member
            ? anyOf(List.of(member(member.family(), field), to(JsonSchema.REFERENCE)))
            : place(element, field);
    return object("type", "array", "items", items);
  }

  private List<Map<String, @Nullable Object>> members(Class<?> family, FieldForm field) {
    List<Map<String, @Nullable Object>> schemas = new ArrayList<>();
    schemas.add(member(family, field));
    for (Class<?> member : SpecTypes.members(family)) {
      if (member.isEnum()) {
        schemas.add(object("enum", FormReader.words(member).words()));
      } else {
        shorthand(language.of(member), field).forEach(schemas::add);
      }
    }
    return schemas;
  }

  private Map<String, @Nullable Object> member(Class<?> family, FieldForm field) {
    uses.accept(family);
    Map<String, @Nullable Object> typed = to(JsonSchema.familyName(family));
    if (field.plainType() == null && field.customType() == null) {
      return typed;
    }
    Map<String, @Nullable Object> untyped =
        object(
            "if",
            required("class_name"),
            "then",
            standard(field.customType()),
            "else",
            standard(field.plainType()));
    return object(
        "if", required("type"), "then", typed, "else", besideReference(field, typed, untyped));
  }

  /// A reference may bring the type, but mostly it brings the one that goes without saying; so the
  /// fields beside it are taken for fields of that.
  private Map<String, @Nullable Object> besideReference(
      FieldForm field, Map<String, @Nullable Object> typed, Map<String, @Nullable Object> untyped) {
    Map<String, @Nullable Object> beside = typed;
    if (field.plainType() != null) {
      uses.accept(field.plainType());
      beside = to(JsonSchema.besideReference(SpecTypes.name(field.plainType())));
    }
    return object("if", required("$ref"), "then", beside, "else", untyped);
  }

  private static Map<String, @Nullable Object> standard(@Nullable Class<?> standard) {
    return standard == null ? required("type") : to(SpecTypes.name(standard));
  }
}
