package dev.godwit.manifest.internal.lint;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.bind.BoundField;
import dev.godwit.manifest.internal.document.Nearest;
import dev.godwit.manifest.internal.template.Template;
import dev.godwit.manifest.lint.LintCode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Templates that do not parse, and those that name what their place does not offer.
final class Templates implements Rule.OfManifest {
  @Override
  public void check(LintedManifest manifest, Findings findings) {
    Set<String> extraFields = extraFields(manifest);
    for (TemplateText text : manifest.templates()) {
      check(text, extraFields, findings);
    }
  }

  /// What parent streams hand on to requests, each under its own name.
  private static Set<String> extraFields(LintedManifest manifest) {
    Set<String> names = new TreeSet<>();
    for (BoundField field : manifest.fields()) {
      if (field.is("ParentStreamConfig", "extra_fields")
          && field.value() instanceof List<?> paths) {
        paths.forEach(path -> ((List<?>) path).forEach(step -> names.add(String.valueOf(step))));
      }
    }
    return names;
  }

  private static void check(TemplateText text, Set<String> extraFields, Findings findings) {
    String path = text.field().path();
    if (text.source().contains("stream_state")) {
      findings.add(
          LintCode.STREAM_STATE,
          text.mark(),
          path,
          "the template names stream_state, which no longer exists",
          "Use stream_interval.",
          null);
      return;
    }
    Template template;
    try {
      template = Template.compile(text.source());
    } catch (GodwitException malformed) {
      String message = "the " + malformed.message();
      findings.add(LintCode.TEMPLATE_SYNTAX, text.mark(), path, message, malformed.hint(), null);
      return;
    }
    if (template.roots().isEmpty()) {
      return;
    }
    if (text.field().name().equals("predicate") && template.roots().contains("config")) {
      findings.add(
          LintCode.CONFIG_IN_PREDICATE,
          text.mark(),
          path,
          "the predicate reads config, which is empty in predicates");
    }
    Set<String> variables = variables(text.field(), extraFields);
    for (String name : template.roots()) {
      if (!variables.contains(name)) {
        unknown(name, text, variables, findings);
      }
    }
  }

  private static Set<String> variables(BoundField field, Set<String> extraFields) {
    Set<String> variables = TemplateScopes.of(field);
    if (variables == null) {
      return Set.of();
    }
    Set<String> all = new TreeSet<>(variables);
    if (TemplateScopes.takesExtraFields(field)) {
      all.addAll(extraFields);
    }
    return all;
  }

  private static void unknown(
      String name, TemplateText text, Set<String> variables, Findings findings) {
    String near = Nearest.of(name, variables);
    BoundField field = text.field();
    findings.add(
        LintCode.TEMPLATE_VARIABLE,
        text.mark(),
        field.path(),
        "there is no variable " + name + " in " + field.type() + "." + field.name(),
        near == null ? "It offers " + String.join(", ", variables) + "." : Nearest.question(near),
        null);
  }
}
