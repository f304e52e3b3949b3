package dev.godwit.cli.command;

import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.image.ConnectorImage;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.cli.version.Version;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a container image that is one connector.
@Command(
    name = "build",
    header = "Write a container image that is one connector, without a daemon.",
    description = {
      "The image holds this Godwit, its Java and the connector, on top of a base that brings a"
          + " shell and the C library. Its tarball is one of OCI and one that docker load takes."
          + " The same Godwit, connector and base make the same bytes."
    },
    footer = {
      "  docker save debian:stable-slim -o debian.tar",
      "  godwit connector build shop.yaml --base debian.tar --out source-shop.tar",
      "  docker load -i source-shop.tar"
    })
final class ConnectorBuildCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "CONNECTOR",
      description = "The file of a manifest, or a destination such as destination-duckdb.")
  private String connector = "";

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "FILE",
      description = "The tarball to write.")
  private Path out = Path.of("");

  @Option(
      names = "--base",
      required = true,
      paramLabel = "FILE",
      description = "The tarball of the image to build on: from docker save, or in OCI's layout.")
  private Path base = Path.of("");

  ConnectorBuildCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ConnectorImage image = ConnectorImage.of(connector, terminal.folder(), Version.read());
    image.write(terminal.folder().resolve(base), terminal.folder().resolve(out));
    terminal.err().line("wrote " + out + ": " + image.tag());
    return ExitCode.OK;
  }
}
