package dev.godwit.manifest.internal.lint;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.document.Nearest;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.template.Reads;
import dev.godwit.manifest.internal.template.Template;
import dev.godwit.manifest.lint.LintCode;
import java.util.Set;

/// Keys of the configuration that templates read and that the spec does not have. Only a plain list
/// of properties tells which keys there are: not alternatives, and not one that rules rewrite.
final class ConfigKeys implements Rule.OfManifest {
  private static final Set<String> ALTERNATIVES =
      Set.of("oneOf", "anyOf", "allOf", "if", "patternProperties", "$ref");

  @Override
  public void check(LintedManifest manifest, Findings findings) {
    if (manifest.prepared().field("spec") instanceof ObjectNode spec
        && spec.field("config_normalization_rules") == null
        && spec.field("connection_specification") instanceof ObjectNode schema
        && schema.fields().keySet().stream().noneMatch(ALTERNATIVES::contains)
        && schema.field("properties") instanceof ObjectNode properties) {
      for (TemplateText text : manifest.templates()) {
        check(text, properties.fields().keySet(), findings);
      }
    }
  }

  private static void check(TemplateText text, Set<String> keys, Findings findings) {
    Reads reads;
    try {
      reads = Template.compile(text.source()).reads("config");
    } catch (GodwitException _) {
      return;
    }
    if (!(reads instanceof Reads.Keys known)) {
      return;
    }
    for (String key : known.names()) {
      if (!keys.contains(key)) {
        String near = Nearest.of(key, keys);
        findings.add(
            LintCode.CONFIG_KEY,
            text.mark(),
            text.field().path(),
            "the spec has no property " + key,
            near == null ? null : Nearest.question(near),
            null);
      }
    }
  }
}
