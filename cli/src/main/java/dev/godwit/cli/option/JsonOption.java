package dev.godwit.cli.option;

import picocli.CommandLine.Option;

/// Results for programs.
public final class JsonOption {
  @Option(
      names = "--json",
      description = "Print the result as JSON instead of a table; errors too.")
  private boolean json;

  /// Whether it was given.
  public boolean isSet() {
    return json;
  }
}
