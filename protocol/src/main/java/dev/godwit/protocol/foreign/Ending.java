package dev.godwit.protocol.foreign;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.protocol.launch.Child;
import dev.godwit.protocol.launch.Exit;
import dev.godwit.protocol.message.FailureType;
import dev.godwit.protocol.message.Message;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Why a connector has ended, and what is said of it.
final class Ending {
  /// As many lines as help without drowning the message.
  private static final int LINES = 5;

  private final String connector;
  private final Child child;
  private final Heartbeat heartbeat;
  private final UnaryOperator<String> mask;
  private volatile @Nullable GodwitException failure;

  Ending(String connector, Child child, Heartbeat heartbeat, UnaryOperator<String> mask) {
    this.connector = connector;
    this.child = child;
    this.heartbeat = heartbeat;
    this.mask = mask;
  }

  /// Notes an error that the connector has told. Of those that concern the whole run the last one
  /// counts: connectors sum up at the end.
  GodwitException told(Message.Failure told) {
    FailureType type = told.failure();
    ErrorKind kind = type == null ? ErrorKind.SYSTEM : type.kind();
    GodwitException error = withLines(failed(kind, text(told)), kind);
    StreamName stream = told.stream();
    if (stream != null) {
      return error.at(Place.stream(stream.toString()));
    }
    failure = error;
    return error;
  }

  private String text(Message.Failure told) {
    String text = told.text().isBlank() ? told.internalText() : told.text();
    return connector + ": " + (text == null ? "an error without a word" : mask.apply(text.strip()));
  }

  private static GodwitException failed(ErrorKind kind, String text) {
    return switch (kind) {
      case CONFIG -> GodwitException.config("connector.failed", text);
      case TRANSIENT -> GodwitException.transientError("connector.failed", text);
      case SYSTEM -> GodwitException.system("connector.failed", text);
      case CONTRACT -> GodwitException.contract("connector.failed", text);
    };
  }

  private GodwitException withLines(GodwitException error, ErrorKind kind) {
    List<String> lines = child.lastLines();
    String advice =
        switch (kind) {
          case CONFIG -> "Correct its configuration.";
          case TRANSIENT -> "Run again later; what was committed stays.";
          case SYSTEM, CONTRACT -> "See its log.";
        };
    return error.hint(
        lines.isEmpty()
            ? advice
            : advice
                + " Its last lines:\n  "
                + String.join(
                    "\n  ", lines.subList(Math.max(0, lines.size() - LINES), lines.size())));
  }

  /// Waits for the end of the program.
  ///
  /// @return what went wrong; null when it says that it is done
  @Nullable GodwitException await() throws InterruptedException {
    Exit exit = new Exit(child.awaitExit());
    if (heartbeat.isSilent()) {
      return withLines(
          GodwitException.transientError(
              "connector.silent",
              "%s said nothing for %s and was ended."
                  .formatted(connector, words(heartbeat.limit().toSeconds()))),
          ErrorKind.TRANSIENT);
    }
    GodwitException told = failure;
    if (exit.ok()) {
      return null;
    }
    return told != null
        ? told
        : withLines(
            GodwitException.system(
                "connector.exit",
                "%s %s, without a word about why.".formatted(connector, exit.words())),
            ErrorKind.SYSTEM);
  }

  /// What the connector told last about the whole run; null when it told nothing.
  @Nullable GodwitException failure() {
    return failure;
  }

  /// What is said of a connector that ended well and did not say what it was asked.
  GodwitException noAnswer() {
    return withLines(
        GodwitException.system(
            "connector.no-answer", connector + " did not answer what it was asked."),
        ErrorKind.SYSTEM);
  }

  private static String words(long seconds) {
    return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + " minutes" : seconds + " seconds";
  }
}
