package dev.godwit.cli.command;

import dev.godwit.cli.terminal.Cells;
import dev.godwit.cli.terminal.StatusArea;
import dev.godwit.cli.terminal.Style;
import dev.godwit.core.log.Log;
import java.util.Locale;
import picocli.CommandLine.Option;

/// How much a command tells about what it does.
final class LogOption {
  @Option(
      names = {"-v", "--verbose"},
      description = "Print the engine's log, and where in the program an error happened.")
  private boolean verbose;

  /// Warnings always, the rest where it was asked for.
  Log to(StatusArea area) {
    Style style = area.channel().style();
    return (level, message) -> {
      if (verbose || level == Log.Level.WARN || level == Log.Level.ERROR) {
        String label = level.name().toLowerCase(Locale.ROOT) + ":";
        area.say(paint(level, label, style) + " " + Cells.harmless(message));
      }
    };
  }

  private static String paint(Log.Level level, String label, Style style) {
    return switch (level) {
      case DEBUG, INFO -> style.dim(label);
      case WARN -> style.yellow(label);
      case ERROR -> style.red(label);
    };
  }
}
