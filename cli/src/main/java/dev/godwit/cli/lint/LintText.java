package dev.godwit.cli.lint;

import dev.godwit.cli.terminal.Channel;
import dev.godwit.cli.terminal.Style;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.manifest.lint.Finding;
import java.util.ArrayList;
import java.util.List;

/// Findings for people: one line each, as compilers write them, and what to do on the next.
public final class LintText {
  private LintText() {}

  public static void print(LintResult result, Terminal terminal) {
    Channel out = terminal.out();
    for (Finding finding : result.findings()) {
      out.line(line(finding, out.style()));
      if (finding.suggestion() != null) {
        out.line("  " + finding.suggestion());
      }
    }
    summary(result, terminal.err());
  }

  private static String line(Finding finding, Style style) {
    String severity =
        switch (finding.severity()) {
          case ERROR -> style.red("error:");
          case WARNING -> style.yellow("warning:");
        };
    String place = "%s:%d:%d:".formatted(finding.file(), finding.line(), finding.column());
    String code = style.dim("[" + finding.code() + "]");
    return style.bold(place) + " " + severity + " " + finding.message() + " " + code;
  }

  private static void summary(LintResult result, Channel err) {
    List<String> parts = new ArrayList<>();
    if (result.fixed() > 0) {
      parts.add(count(result.fixed(), "finding") + " mended");
    }
    if (result.findings().isEmpty()) {
      parts.add(err.style().done() + " Nothing found in " + count(result.files(), "manifest"));
    } else {
      parts.add(count(result.errors(), "error"));
      parts.add(count(result.warnings(), "warning") + " in " + count(result.files(), "manifest"));
    }
    if (result.fixable() > 0) {
      parts.add(result.fixable() + " can be mended by --fix");
    }
    err.line(String.join(err.style().separator(), parts));
  }

  private static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
