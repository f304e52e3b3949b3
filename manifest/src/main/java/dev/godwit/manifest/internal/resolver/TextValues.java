package dev.godwit.manifest.internal.resolver;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.document.YamlReader;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.parser.ParserException;
import org.yaml.snakeyaml.scanner.ScannerException;

/// What becomes of a text that a mapping evaluates to.
enum TextValues {
  /// It stays a text.
  KEPT,
  /// It is read as YAML; text that does not parse stays text, text that has no tokens is an error.
  YAML,
  /// As YAML, and text that begins with a percent sign or holds a tab stays text too.
  LENIENT_YAML;

  @Nullable Object read(String text) {
    if (this == KEPT) {
      return text;
    }
    try {
      Object value = YamlReader.read("a mapped value", text).plain();
      return value == null && text.startsWith("%") ? text : value;
    } catch (GodwitException e) {
      if (staysText(e.getCause())) {
        return text;
      }
      throw e;
    }
  }

  private boolean staysText(@Nullable Throwable problem) {
    return switch (problem) {
      case ParserException _ -> true;
      case ScannerException scanning -> this == LENIENT_YAML && isPercentOrTab(scanning);
      case null, default -> false;
    };
  }

  private static boolean isPercentOrTab(ScannerException scanning) {
    String problem = scanning.getProblem() == null ? "" : scanning.getProblem();
    return problem.startsWith("expected alphabetic or numeric character, but found %")
        || problem.startsWith("found character '\\t(TAB)' that cannot start any token");
  }
}
