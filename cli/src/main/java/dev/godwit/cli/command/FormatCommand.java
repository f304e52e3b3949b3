package dev.godwit.cli.command;

import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.manifest.ManifestFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lays manifests out.
@Command(
    name = "fmt",
    header = "Lay manifests out in one way.",
    description = {
      "Indents by two spaces, lists too, and takes out spaces and blank lines that nobody needs."
          + " Comments, quotes and the order of fields stay, and the manifest means the same"
          + " afterwards. Files are changed in place, and those that were are listed."
    },
    footer = {
      "  godwit fmt shop.yaml",
      "  godwit fmt --check *.yaml",
      "  godwit fmt - < shop.yaml"
    })
final class FormatCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";

  private final Terminal terminal;
  private final InputStream input;

  @Parameters(
      paramLabel = "MANIFEST",
      arity = "1..*",
      description = "Files, or - for standard input, which goes to standard output.")
  private List<String> files = List.of();

  @Option(
      names = "--check",
      description =
          "Change nothing; list the files that would change, and end with 1 if any would.")
  private boolean check;

  FormatCommand(Terminal terminal, InputStream input) {
    this.terminal = terminal;
    this.input = input;
  }

  @Override
  public Integer call() {
    Map<Path, String> changed = new LinkedHashMap<>();
    boolean clean = true;
    for (String name : files) {
      if (name.equals(STANDARD_INPUT)) {
        clean &= passThrough();
      } else {
        Path file = terminal.folder().resolve(name);
        ManifestFormat.changed(file).ifPresent(text -> changed.put(file, text));
      }
    }
    if (!check) {
      changed.forEach(TextFiles::write);
    }
    changed.keySet().forEach(file -> terminal.out().line(file.toString()));
    return check && !(clean && changed.isEmpty()) ? ExitCode.FAILED : ExitCode.OK;
  }

  /// @return whether the text was laid out already
  private boolean passThrough() {
    try {
      String text = new String(input.readAllBytes(), StandardCharsets.UTF_8);
      String result = ManifestFormat.format("standard input", text);
      if (!check) {
        terminal.out().stream().print(result);
      }
      return result.equals(text);
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }
}
