package dev.godwit.cli.command;

import dev.godwit.cli.connectors.RegistryChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where connectors are looked for.
final class RegistryOption {
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

  RegistryChoice choice() {
    return new RegistryChoice(registry, offline);
  }
}
