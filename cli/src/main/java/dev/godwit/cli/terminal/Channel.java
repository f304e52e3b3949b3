package dev.godwit.cli.terminal;

import java.io.PrintStream;

/// One of the two ways out of a command.
///
/// @param live whether a person watches, so that lines may be redrawn
/// @param width columns that a line may take; [Integer#MAX_VALUE] where nobody counts them
public record Channel(PrintStream stream, boolean live, int width, Style style) {
  /// Plain text without limits, for files, pipes and tests.
  public static Channel plain(PrintStream stream) {
    return new Channel(stream, false, Integer.MAX_VALUE, Style.PLAIN);
  }

  public void line(String text) {
    stream.println(text);
  }
}
