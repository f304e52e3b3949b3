package dev.godwit.cli.failure;

import dev.godwit.cli.report.ErrorJson;
import dev.godwit.cli.terminal.Channel;
import dev.godwit.cli.terminal.Style;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonWriter;
import java.util.Map;

/// Says what went wrong: to people always, to programs where they asked for JSON.
///
/// @param verbose whether to show where in the program it happened
/// @param json whether the result is expected as JSON
public record FailureReport(Terminal terminal, boolean verbose, boolean json) {
  /// Prints the error.
  ///
  /// @return the exit code
  public int print(Throwable thrown) {
    GodwitException error = thrown instanceof GodwitException known ? known : defect(thrown);
    Channel err = terminal.err();
    describe(error, err);
    if (verbose) {
      thrown.printStackTrace(err.stream());
    }
    if (json) {
      terminal.out().line(JsonWriter.text(Map.of("error", ErrorJson.of(error))));
    }
    return ExitCode.of(error);
  }

  private GodwitException defect(Throwable thrown) {
    GodwitException error =
        GodwitException.system("defect", "This is a defect of Godwit: " + thrown).causedBy(thrown);
    return verbose ? error : error.hint("Run it again with --verbose and report what it prints.");
  }

  private static void describe(GodwitException error, Channel err) {
    Style style = err.style();
    String place = error.place().toString();
    String text = place.isEmpty() ? error.message() : place + ": " + error.message();
    err.line(style.red(style.bold("error:")) + " " + text);
    if (error.hint() != null) {
      err.line("  " + error.hint().replace("\n", "\n  "));
    }
  }
}
