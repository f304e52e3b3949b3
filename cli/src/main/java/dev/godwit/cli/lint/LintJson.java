package dev.godwit.cli.lint;

import dev.godwit.manifest.lint.Finding;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Findings as one JSON object.
public final class LintJson {
  private LintJson() {}

  public static Map<String, @Nullable Object> of(LintResult result) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("files", result.files());
    json.put("errors", result.errors());
    json.put("warnings", result.warnings());
    json.put("fixed", result.fixed());
    json.put("findings", result.findings().stream().map(LintJson::of).toList());
    return json;
  }

  private static Map<String, @Nullable Object> of(Finding finding) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("file", finding.file());
    json.put("line", finding.line());
    json.put("column", finding.column());
    if (finding.path() != null) {
      json.put("path", finding.path());
    }
    json.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    json.put("code", finding.code().toString());
    json.put("message", finding.message());
    if (finding.suggestion() != null) {
      json.put("suggestion", finding.suggestion());
    }
    json.put("fixable", finding.fix() != null);
    return json;
  }
}
