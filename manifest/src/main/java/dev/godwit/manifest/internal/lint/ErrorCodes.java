package dev.godwit.manifest.internal.lint;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.lint.LintCode;

/// The errors of reading and compiling as findings.
final class ErrorCodes {
  private ErrorCodes() {}

  static LintCode of(GodwitException problem) {
    return switch (problem.code()) {
      case "manifest.too-deep" -> LintCode.TOO_DEEP;
      case "manifest.too-large" -> LintCode.TOO_LARGE;
      case "manifest.undefined-reference" -> LintCode.UNDEFINED_REFERENCE;
      case "manifest.circular-reference" -> LintCode.CIRCULAR_REFERENCE;
      case "manifest.wrong-type" -> LintCode.WRONG_TYPE;
      case "manifest.missing-field" -> LintCode.MISSING_FIELD;
      case "manifest.unknown-type" -> LintCode.UNKNOWN_TYPE;
      case "manifest.unknown-value" -> LintCode.UNKNOWN_VALUE;
      case "manifest.yaml", "manifest.encoding" -> LintCode.YAML;
      case "template.syntax" -> LintCode.TEMPLATE_SYNTAX;
      default -> throw new IllegalArgumentException("no finding for " + problem.code(), problem);
    };
  }
}
