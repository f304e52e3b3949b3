package dev.godwit.manifest.internal.lint;

import dev.godwit.manifest.internal.bind.BoundField;
import dev.godwit.manifest.internal.document.Node.ScalarNode;
import dev.godwit.manifest.lint.LintCode;

/// Numbers and booleans that stand for a text. They are read as Python prints them, which differs
/// from what was written for `true` and `1.50`; the reference refuses them.
final class TextsWritten implements Rule.OfField {
  @Override
  public void check(BoundField field, Findings findings) {
    if (field.value() instanceof String
        && field.part().getType() == String.class
        && field.node() instanceof ScalarNode scalar
        && !(scalar.value() instanceof String)) {
      String message = field.name() + " is a text, but no text is written";
      findings.add(
          LintCode.NOT_TEXT,
          scalar.mark(),
          field.path(),
          message,
          "Put it in quotes.",
          findings.source().quote(scalar.mark()));
    }
  }
}
