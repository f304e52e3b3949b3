package dev.godwit.cli.command;

import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.lint.LintJson;
import dev.godwit.cli.lint.LintResult;
import dev.godwit.cli.lint.LintText;
import dev.godwit.cli.lint.ManifestFiles;
import dev.godwit.cli.lint.NamedFile;
import dev.godwit.cli.lint.Sarif;
import dev.godwit.cli.option.LogOption;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.manifest.Manifest;
import dev.godwit.manifest.lint.Finding;
import dev.godwit.manifest.lint.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Looks through manifests.
@Command(
    name = "lint",
    header = "Find mistakes in manifests without running them.",
    description = {
      "Tells every problem of each file with line, column and a code: what is refused or fails"
          + " whenever it is used is an error, what has no effect or is out of date a warning."
          + " Errors end the command with exit code 1, warnings alone with 0."
    },
    footer = {
      "  godwit lint shop.yaml",
      "  godwit lint shop.yaml --fix              mend what takes no decision, keep the rest",
      "  godwit lint manifests/ --strict          for builds: warnings count like errors",
      "  godwit lint manifests/ --sarif > lint.sarif"
    })
final class LintCommand implements Callable<Integer> {
  /// How the result is printed.
  private static final class Form {
    @Option(names = "--json", description = "Print the result as JSON; errors too.")
    private boolean json;

    @Option(
        names = "--sarif",
        description = "Print the result as SARIF 2.1.0, for services that show it beside the code.")
    private boolean sarif;
  }

  /// The name of standard input.
  private static final String INPUT = "-";

  private final Terminal terminal;
  private final InputStream in;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Manifests, or folders in which every YAML file that looks like one is taken; - for"
              + " standard input.")
  private List<String> files = List.of();

  @ArgGroup private Form form = new Form();

  @Option(
      names = "--fix",
      description =
          "Mend what is certain: misspelt fields, types, values and references, missing types,"
              + " texts without quotes. Everything else stays as it is, comments too.")
  private boolean fix;

  @Option(names = "--strict", description = "Fail on warnings too.")
  private boolean strict;

  @Option(names = "--errors-only", description = "Leave warnings out.")
  private boolean errorsOnly;

  @SuppressWarnings("UnusedVariable") // the failure report asks the parser for it
  @Mixin
  private LogOption log = new LogOption();

  LintCommand(Terminal terminal, InputStream in) {
    this.terminal = terminal;
    this.in = in;
  }

  @Override
  public Integer call() throws IOException {
    LintResult result = look();
    if (form.json) {
      terminal.out().line(JsonWriter.text(LintJson.of(result)));
    } else if (form.sarif) {
      terminal.out().line(JsonWriter.text(Sarif.of(result)));
    } else {
      LintText.print(result, terminal);
    }
    boolean failed = strict ? !result.findings().isEmpty() : result.errors() > 0;
    return failed ? ExitCode.FAILED : ExitCode.OK;
  }

  private LintResult look() throws IOException {
    List<Finding> findings = new ArrayList<>();
    List<String> names = new ArrayList<>(files);
    boolean readsInput = names.removeIf(INPUT::equals);
    if (readsInput) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      findings.addAll(Manifest.lint(INPUT, text));
    }
    List<NamedFile> manifests =
        names.isEmpty() ? List.of() : new ManifestFiles(terminal.folder()).find(names);
    int fixed = 0;
    for (NamedFile manifest : manifests) {
      List<Finding> found = manifest.lint();
      if (fix) {
        fixed += manifest.fix(found);
        found = manifest.lint();
      }
      findings.addAll(found);
    }
    findings.removeIf(finding -> errorsOnly && finding.severity() != Severity.ERROR);
    return new LintResult(manifests.size() + (readsInput ? 1 : 0), findings, fixed);
  }
}
