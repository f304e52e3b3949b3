package dev.godwit.manifest.internal.lint;

import dev.godwit.manifest.internal.bind.BoundField;
import dev.godwit.manifest.internal.spec.Component;
import java.util.List;

/// Something that lint looks for in what has been read.
sealed interface Rule {
  /// Looks at one field of a component, also of a component that is broken elsewhere.
  non-sealed interface OfField extends Rule {
    void check(BoundField field, Findings findings);
  }

  /// Looks at one component that could be read.
  non-sealed interface OfComponent extends Rule {
    void check(Component component, Findings findings);
  }

  /// Looks at the whole manifest.
  non-sealed interface OfManifest extends Rule {
    void check(LintedManifest manifest, Findings findings);
  }

  List<OfField> OF_FIELDS = List.of(new TextsWritten(), new Durations(), new Patterns());

  List<OfComponent> OF_COMPONENTS =
      List.of(new Requests(), new Pagination(), new Streams(), new Cursors());

  List<OfManifest> OF_MANIFESTS =
      List.of(
          new UnknownFields(),
          new SupersededFields(),
          new Templates(),
          new Names(),
          new Definitions(),
          new Schemas(),
          new Examples(),
          new ConfigKeys());

  /// Has every rule look.
  static void all(LintedManifest manifest, Findings findings) {
    for (BoundField field : manifest.fields()) {
      OF_FIELDS.forEach(rule -> rule.check(field, findings));
    }
    for (Component component : manifest.components()) {
      OF_COMPONENTS.forEach(rule -> rule.check(component, findings));
    }
    OF_MANIFESTS.forEach(rule -> rule.check(manifest, findings));
  }
}
