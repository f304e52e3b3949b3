package dev.godwit.cli.python;

import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.manifest.Manifest;
import dev.godwit.manifest.component.ComponentSite;
import dev.godwit.permission.ComponentPins;
import dev.godwit.permission.PythonPermission;
import dev.godwit.registry.RegistrySettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows the Python classes that a manifest names.
@Command(
    name = "show",
    header = "Show the Python classes that a manifest names, and whether they may run.",
    footer = {"  godwit components show my-connector.yaml"})
final class ComponentsShowCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "MANIFEST", description = "The file of the manifest.")
  private Path manifest = Path.of("manifest.yaml");

  @Option(
      names = "--components",
      paramLabel = "FILE",
      description = "The file of its Python components, where it is not components.py beside it.")
  private @Nullable Path components;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  ComponentsShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Path text = terminal.folder().resolve(manifest);
    Path named = components == null ? null : terminal.folder().resolve(components);
    Path file = PythonPermission.REFUSED.with(named).file(text);
    List<ComponentSite> sites = Manifest.load(text).pythonComponents();
    Path project = RegistrySettings.of(terminal.variables(), terminal.folder()).project();
    ComponentPins.Standing standing = new ComponentPins(project).standing(file);
    if (json) {
      terminal.out().line(JsonWriter.text(json(sites, file, standing)));
    } else if (sites.isEmpty()) {
      terminal.out().line(manifest + " names no Python classes.");
    } else {
      sites.forEach(site ->
          terminal.out().line("%s  %s %s".formatted(site.place(), site.type(), site.className())));
      terminal.out().line(file + ": " + standing.words());
    }
    return ExitCode.OK;
  }

  private static Map<String, @Nullable Object> json(
      List<ComponentSite> sites, Path file, ComponentPins.Standing standing) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("file", file.toString());
    fields.put("sha256", standing.sha256());
    fields.put("pinned", standing.pinned());
    fields.put(
        "classes",
        sites.stream()
            .map(site ->
                Map.of(
                    "type",
                    site.type(),
                    "class_name",
                    site.className(),
                    "path",
                    site.path(),
                    "line",
                    (long) site.place().line()))
            .toList());
    return fields;
  }
}
