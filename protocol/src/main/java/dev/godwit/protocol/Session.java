package dev.godwit.protocol;

import dev.godwit.core.CheckResult;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.core.time.Clocks;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.wire.MessageWriter;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;

/// One command of a connector from its start to its exit code: whatever goes wrong is told in
/// messages.
///
/// @param variables environment variables
record Session(Map<String, String> variables, MessageWriter out) {
  Session(Map<String, String> variables, OutputStream out) {
    this(variables, new MessageWriter(out));
  }

  /// What a command does.
  @FunctionalInterface
  interface Command {
    /// Runs it to its end.
    ///
    /// @return the exit code
    int run(Clock clock);
  }

  /// Runs a command and tells what goes wrong.
  ///
  /// @return the exit code: that of the command, 1 for any failure, 2 for wrong usage
  int run(Command command) {
    Clock clock = Clock.systemUTC();
    try {
      clock = Clocks.fromEnvironment(variables);
      int code = command.run(clock);
      out.close();
      return code;
    } catch (GodwitException e) {
      return fail(e, clock);
    } catch (RuntimeException | Error e) {
      GodwitException defect =
          GodwitException.system("protocol.unexpected", "An unexpected error occurred: " + e)
              .hint("This is a defect of Godwit or of a component. Please report it with the log.")
              .causedBy(e);
      return fail(defect, clock);
    }
  }

  /// Traces an error, if anybody still reads the output, and gives the exit code.
  private int fail(GodwitException error, Clock clock) {
    try {
      out.write(Message.Log.fatal(error.describe()));
      out.write(Message.Failure.of(error, null, clock.millis()));
    } catch (GodwitException nobodyReads) {
      // The exit code says it all the same.
    }
    return error.code().equals("usage") ? 2 : 1;
  }

  /// Tells what came of a check.
  void answer(CheckResult result) {
    out.write(
        result.succeeded()
            ? Message.Log.of(Log.Level.INFO, "Check succeeded")
            : Message.Log.of(Log.Level.ERROR, "Check failed: " + result.problem()));
    out.write(new Message.ConnectionStatus(result.succeeded(), result.problem()));
  }

  /// A log whose lines are messages.
  ///
  /// @param debug whether lines for developers are printed too
  Log log(boolean debug) {
    boolean platformWantsAll = "debug".equalsIgnoreCase(variables.get("LOG_LEVEL"));
    return (level, text) -> {
      if (level != Log.Level.DEBUG || platformWantsAll) {
        out.write(Message.Log.of(level, text));
      } else if (debug) {
        out.debug(text);
      }
    };
  }
}
