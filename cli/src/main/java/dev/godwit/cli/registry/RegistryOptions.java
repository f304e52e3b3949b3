package dev.godwit.cli.registry;

import dev.godwit.cli.option.JsonOption;
import dev.godwit.cli.option.LogOption;
import dev.godwit.cli.terminal.StatusArea;
import dev.godwit.cli.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Where connectors are looked for, and how that is told.
final class RegistryOptions {
  @Option(
      names = "--registry",
      paramLabel = "URL",
      description =
          "Address or path of a registry's list. Default: GODWIT_REGISTRY, or the public registry.")
  private @Nullable String registry;

  @Option(
      names = "--offline",
      description = "Ask nobody: take what was downloaded before. As GODWIT_OFFLINE=1.")
  private boolean offline;

  @Mixin private JsonOption json = new JsonOption();
  @Mixin private LogOption log = new LogOption();

  /// The registry that was chosen. Nothing of it is loaded yet.
  RegistryChoice choice(Terminal terminal) {
    return new RegistryChoice(registry, offline, terminal, log.to(new StatusArea(terminal.err())));
  }

  boolean json() {
    return json.isSet();
  }
}
