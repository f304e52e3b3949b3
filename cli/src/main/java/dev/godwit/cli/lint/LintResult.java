package dev.godwit.cli.lint;

import dev.godwit.manifest.lint.Finding;
import dev.godwit.manifest.lint.Severity;
import java.util.List;

/// What was found in some manifests.
///
/// @param files how many were looked through
/// @param findings in the order of the files
/// @param fixed how many findings are gone because their cause was mended
public record LintResult(int files, List<Finding> findings, int fixed) {
  public LintResult {
    findings = List.copyOf(findings);
  }

  public long errors() {
    return findings.stream().filter(finding -> finding.severity() == Severity.ERROR).count();
  }

  public long warnings() {
    return findings.size() - errors();
  }

  long fixable() {
    return findings.stream().filter(finding -> finding.fix() != null).count();
  }
}
