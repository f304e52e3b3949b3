package dev.godwit.cli.command;

import picocli.CommandLine.Option;

/// Results for programs.
final class JsonOption {
  @Option(
      names = "--json",
      description = "Print the result as JSON instead of a table; errors too.")
  private boolean json;

  boolean isSet() {
    return json;
  }
}
