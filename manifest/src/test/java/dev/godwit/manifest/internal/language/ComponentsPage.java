package dev.godwit.manifest.internal.language;

import dev.godwit.core.json.JsonWriter;
import dev.godwit.manifest.internal.bind.SpecTypes;
import dev.godwit.manifest.internal.language.Form.Either;
import dev.godwit.manifest.internal.language.Form.ListOf;
import dev.godwit.manifest.internal.language.Form.MapOf;
import dev.godwit.manifest.internal.language.Form.Member;
import dev.godwit.manifest.internal.language.Form.Part;
import dev.godwit.manifest.internal.language.Form.Plain;
import dev.godwit.manifest.internal.language.Form.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The reference page of all components, in Markdown.
final class ComponentsPage {
  private static final String HEAD =
      """
      # Components of the manifest language

      Every component that a manifest can name, with its fields. The page is made of the same records that manifests are read
      into, as is the schema for [editors](../how-to/edit-manifests.md). Whether Godwit runs a component today says
      [another page](manifest-support.md).

      - A **text** may be a template where the last column names variables. `parameters` may be used wherever templates are.
      - Wherever something stands, a reference may stand instead: `$ref: "#/definitions/…"`, or just the text `"#/definitions/…"`.
      - `type` says which component an object is. It may be left out where the table names the component first that goes
        without saying.
      - `$parameters` may be given to every component.
      """;

  private final Language language = Language.read();
  private final StringBuilder page = new StringBuilder(HEAD);

  private ComponentsPage() {}

  static String write() {
    ComponentsPage writer = new ComponentsPage();
    writer.families();
    writer.language.components().forEach(writer::component);
    return writer.page.toString();
  }

  private void families() {
    page.append("\n## Families\n\nWhere a family is named, any of its members may stand.\n");
    Map<String, Class<?>> families = new TreeMap<>();
    language
        .components()
        .forEach(component -> component.fields().forEach(field -> collect(field.form(), families)));
    families.forEach((name, family) -> {
      String members =
          SpecTypes.members(family).stream().map(this::member).collect(Collectors.joining(", "));
      page.append("\n### Any ").append(name).append("\n\n").append(members).append('\n');
    });
    page.append("\n## Components\n");
  }

  private static String anchor(String family) {
    return "any-" + family.replace(' ', '-');
  }

  private static void collect(Form form, Map<String, Class<?>> families) {
    switch (form) {
      case Member(Class<?> family) -> families.put(SpecTypes.familyName(family), family);
      case ListOf(Form element) -> collect(element, families);
      case MapOf(Form value) -> collect(value, families);
      case Either(List<Form> forms) -> forms.forEach(one -> collect(one, families));
      case Plain _, Words _, Part _ -> {}
    }
  }

  private String member(Class<?> member) {
    return member.isEnum() ? words(FormReader.words(member).words()) : link(language.of(member));
  }

  private void component(ComponentForm component) {
    page.append("\n### ").append(component.name()).append("\n\n").append(component.purpose());
    if (component.textField() != null) {
      page.append(" May be written as a text, which is its `").append(component.textField());
      page.append("`.");
    }
    if (component.listField() != null) {
      page.append(" Is written as a list, which is its `").append(component.listField());
      page.append("`.");
    } else if (!component.typed()) {
      page.append(" Has no `type`.");
    }
    if (component.open()) {
      page.append(" Takes other fields, too.");
    }
    page.append('\n');
    if (!component.fields().isEmpty()) {
      page.append("\n| field | takes | default | |\n|---|---|---|---|\n");
      component.fields().forEach(this::field);
    }
  }

  private void field(FieldForm field) {
    List<String> remarks = new ArrayList<>(List.of(field.purpose()));
    if (field.successor() != null) {
      remarks.add("Superseded by `" + field.successor() + "`.");
    }
    if (!field.variables().isEmpty()) {
      remarks.add("Templates: " + Wording.variables(field) + ".");
    }
    List<String> cells =
        List.of(
            "`" + field.name() + "`",
            String.join(" or ", takes(field.form(), field)),
            field.required() ? "required" : standard(field),
            String.join(" ", remarks));
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String standard(FieldForm field) {
    return field.standard() == null || "".equals(field.standard())
        ? ""
        : "`" + JsonWriter.text(field.standard()) + "`";
  }

  private Set<String> takes(Form form, FieldForm field) {
    return switch (form) {
      case Plain plain -> Set.of(plain.name().toLowerCase(Locale.ROOT).replace('_', ' '));
      case Words words -> Set.of(words(words.words()));
      case ListOf(Form element) -> Set.of("list of " + String.join(" or ", takes(element, field)));
      case MapOf(Form value) ->
          Set.of("map with values " + String.join(" or ", takes(value, field)));
      case Either(List<Form> forms) ->
          forms.stream()
              .flatMap(one -> takes(one, field).stream())
              .collect(Collectors.toCollection(LinkedHashSet::new));
      case Part(Class<?> component) -> Set.of(link(language.of(component)));
      case Member(Class<?> family) -> members(family, field);
    };
  }

  private Set<String> members(Class<?> family, FieldForm field) {
    Set<String> takes = new LinkedHashSet<>();
    if (field.plainType() != null) {
      takes.add(link(language.of(field.plainType())));
    }
    String name = SpecTypes.familyName(family);
    takes.add((takes.isEmpty() ? "" : "another ") + "[" + name + "](#" + anchor(name) + ")");
    return takes;
  }

  private static String words(Collection<String> words) {
    return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
  }

  private static String link(ComponentForm component) {
    String anchor = component.name().toLowerCase(Locale.ROOT);
    return "[" + component.name() + "](#" + anchor + ")";
  }
}
