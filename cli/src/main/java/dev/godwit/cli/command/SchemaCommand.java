package dev.godwit.cli.command;

import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.manifest.ManifestSchema;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Prints the JSON Schema of the manifest language.
@Command(
    name = "schema",
    header = "Print a JSON Schema of manifests, for editors.",
    description = {
      "With the schema an editor completes names, explains fields and marks mistakes. It accepts"
          + " every manifest that runs."
    },
    footer = {
      "  godwit schema --out manifest.schema.json",
      "  godwit schema --strict --out manifest.schema.json"
    })
final class SchemaCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Write to a file instead of standard output.")
  private @Nullable Path out;

  @Option(
      names = "--strict",
      description =
          "Also refuse fields that a component does not know, which are ignored otherwise, and ask"
              + " for fields that $$parameters might bring.")
  private boolean strict;

  SchemaCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    String schema = JsonWriter.text(strict ? ManifestSchema.strict() : ManifestSchema.tolerant());
    if (out == null) {
      terminal.out().line(schema);
    } else {
      TextFiles.write(terminal.folder().resolve(out), schema + "\n");
    }
    return ExitCode.OK;
  }
}
