package dev.godwit.manifest.internal.lint;

import dev.godwit.manifest.internal.bind.BoundField;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.Regex;
import dev.godwit.manifest.lint.LintCode;
import java.util.Set;

/// Regular expressions that are none.
final class Patterns implements Rule.OfField {
  private static final Set<String> FIELDS =
      Set.of(
          "WaitTimeFromHeader.regex",
          "WaitUntilTimeFromHeader.regex",
          "HttpRequestRegexMatcher.url_path_pattern");

  @Override
  public void check(BoundField field, Findings findings) {
    if (!FIELDS.contains(field.type() + "." + field.name())
        || !(field.value() instanceof String pattern)
        || pattern.contains("{{")) {
      return;
    }
    try {
      Regex.of(pattern);
    } catch (PythonException malformed) {
      findings.add(LintCode.BAD_PATTERN, field.node().mark(), field.path(), malformed.text());
    }
  }
}
