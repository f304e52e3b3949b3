package dev.godwit.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// Runs the commands that the start-up cache is trained with, in one process.
///
/// The build starts it with one command a line on standard input. A command that fails ends the
/// process with its exit code and thereby the build.
final class Training {
  private Training() {}

  public static void main(String[] args) throws IOException {
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        Main.main(line.strip().split("\\s+"));
      }
    }
  }
}
