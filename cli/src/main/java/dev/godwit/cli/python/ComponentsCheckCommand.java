package dev.godwit.cli.python;

import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.option.LogOption;
import dev.godwit.cli.terminal.StatusArea;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.Surroundings;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.manifest.Manifest;
import dev.godwit.permission.GuardedManifest;
import dev.godwit.permission.PythonPermission;
import dev.godwit.python.Misfit;
import dev.godwit.registry.RegistrySettings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Holds Python classes against the manifest that names them.
@Command(
    name = "check",
    header = "Check that Python classes go together with the manifest that names them.",
    description = {
      "Looks whether each class is there, has the methods that its kind of component needs, can be"
          + " called as the engine calls it, and can be made of the fields that the manifest gives."
          + " Nothing is asked for and no component is made, but the file is imported: what stands in"
          + " it outside of functions runs, which is why it has to be allowed.",
      "Errors end the command with exit code 1, warnings alone with 0."
    },
    footer = {
      "  godwit components check my-connector.yaml --allow-python",
      "  godwit components check my-connector.yaml --allow-python --json"
    })
final class ComponentsCheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "MANIFEST", description = "The file of the manifest.")
  private Path manifest = Path.of("manifest.yaml");

  @Option(
      names = "--components",
      paramLabel = "FILE",
      description = "The file of its Python components, where it is not components.py beside it.")
  private @Nullable Path components;

  @Option(
      names = "--allow-python",
      description = "Let the file run. GODWIT_ALLOW_PYTHON=true does the same.")
  private boolean allowPython;

  @Option(names = "--json", description = "Print the result as JSON; errors too.")
  private boolean json;

  @Mixin private LogOption log = new LogOption();

  ComponentsCheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Path text = terminal.folder().resolve(manifest);
    PythonPermission permission =
        new PythonPermission(
            allowPython, components == null ? null : terminal.folder().resolve(components));
    Path file = permission.file(text);
    GuardedManifest guarded =
        new GuardedManifest(
            Manifest.load(text),
            file,
            permission,
            RegistrySettings.of(terminal.variables(), terminal.folder()).project());
    List<Misfit> misfits = guarded.reviewPython(surroundings());
    int classes = guarded.manifest().pythonComponents().size();
    if (json) {
      terminal.out().line(JsonWriter.text(MisfitReport.json(misfits, classes, file)));
    } else {
      MisfitReport.print(misfits, classes, file, terminal);
    }
    return misfits.stream().anyMatch(Misfit::error) ? ExitCode.FAILED : ExitCode.OK;
  }

  private Surroundings surroundings() {
    return Surroundings.of(terminal.variables(), log.to(new StatusArea(terminal.err())));
  }
}
