package dev.godwit.manifest.lint;

/// How bad a finding is.
public enum Severity {
  /// The manifest is refused, or what the finding names fails whenever it is used.
  ERROR,

  /// The manifest runs, but a part of it is without effect, out of date or misleading.
  WARNING
}
