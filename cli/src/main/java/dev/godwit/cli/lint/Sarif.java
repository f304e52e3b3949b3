package dev.godwit.cli.lint;

import dev.godwit.manifest.lint.Finding;
import dev.godwit.manifest.lint.Fix;
import dev.godwit.manifest.lint.LintCode;
import dev.godwit.manifest.lint.Severity;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Findings in the Static Analysis Results Interchange Format 2.1.0, which services that host code
/// show beside the lines.
public final class Sarif {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private Sarif() {}

  public static Map<String, @Nullable Object> of(LintResult result) {
    List<Object> rules = Arrays.stream(LintCode.values()).map(Sarif::rule).toList();
    Map<String, @Nullable Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", ordered("name", "godwit", "rules", rules)));
    run.put("columnKind", "unicodeCodePoints");
    run.put("results", result.findings().stream().map(Sarif::result).toList());
    return ordered("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run));
  }

  private static Object rule(LintCode code) {
    return ordered(
        "id",
        code.toString(),
        "shortDescription",
        Map.of("text", code.meaning()),
        "defaultConfiguration",
        Map.of("level", level(code.severity())));
  }

  private static Object result(Finding finding) {
    String suggestion = finding.suggestion() == null ? "" : ". " + finding.suggestion();
    Map<String, @Nullable Object> result =
        ordered(
            "ruleId",
            finding.code().toString(),
            "level",
            level(finding.severity()),
            "message",
            Map.of("text", finding.message() + suggestion),
            "locations",
            List.of(location(finding)));
    if (finding.fix() != null) {
      result.put("fixes", List.of(fix(finding, finding.fix())));
    }
    return result;
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
    };
  }

  private static Object location(Finding finding) {
    Map<String, @Nullable Object> location =
        ordered(
            "physicalLocation",
            ordered(
                "artifactLocation",
                Map.of("uri", uri(finding.file())),
                "region",
                ordered("startLine", finding.line(), "startColumn", finding.column())));
    if (finding.path() != null) {
      location.put("logicalLocations", List.of(Map.of("fullyQualifiedName", finding.path())));
    }
    return location;
  }

  private static Object fix(Finding finding, Fix fix) {
    int end = fix.column() + fix.written().codePointCount(0, fix.written().length());
    Map<String, @Nullable Object> region =
        ordered(
            "startLine", fix.line(),
            "startColumn", fix.column(),
            "endLine", fix.line(),
            "endColumn", end);
    Map<String, @Nullable Object> replacement =
        ordered("deletedRegion", region, "insertedContent", Map.of("text", fix.replacement()));
    return ordered(
        "description",
        Map.of("text", finding.suggestion() == null ? finding.message() : finding.suggestion()),
        "artifactChanges",
        List.of(
            ordered(
                "artifactLocation",
                Map.of("uri", uri(finding.file())),
                "replacements",
                List.of(replacement))));
  }

  /// A file's name as a relative reference.
  private static String uri(String file) {
    try {
      return new URI(null, null, file.replace('\\', '/'), null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not a path: " + file, e);
    }
  }

  private static Map<String, @Nullable Object> ordered(Object... namesAndValues) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }
}
