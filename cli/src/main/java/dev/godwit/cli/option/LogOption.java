package dev.godwit.cli.option;

import dev.godwit.cli.progress.LogLine;
import dev.godwit.cli.terminal.Cells;
import dev.godwit.cli.terminal.StatusArea;
import dev.godwit.cli.terminal.Style;
import dev.godwit.core.log.Log;
import java.util.Locale;
import picocli.CommandLine.Option;

/// How much a command tells about what it does.
public final class LogOption {
  @Option(
      names = {"-v", "--verbose"},
      description = "Print the engine's log, and where in the program an error happened.")
  private boolean verbose;

  /// Warnings stay to be read, and everything where it was asked for; other news pass by.
  public Log to(StatusArea area) {
    return (level, message) -> {
      if (staysToBeRead(level)) {
        area.say(line(level, message, area.channel().style()));
      } else if (level == Log.Level.INFO) {
        area.remark(message);
      }
    };
  }

  /// The same as JSON objects, among the events of a sync.
  public Log asEvents(StatusArea area) {
    return (level, message) -> {
      if (staysToBeRead(level)) {
        area.say(LogLine.json(level, message));
      }
    };
  }

  private boolean staysToBeRead(Log.Level level) {
    return verbose || level == Log.Level.WARN || level == Log.Level.ERROR;
  }

  private static String line(Log.Level level, String message, Style style) {
    String label = level.name().toLowerCase(Locale.ROOT) + ":";
    return paint(level, label, style) + " " + Cells.harmless(message);
  }

  private static String paint(Log.Level level, String label, Style style) {
    return switch (level) {
      case DEBUG, INFO -> style.dim(label);
      case WARN -> style.yellow(label);
      case ERROR -> style.red(label);
    };
  }
}
