package dev.godwit.protocol;

import dev.godwit.core.CheckResult;
import dev.godwit.core.Connection;
import dev.godwit.core.Delivery;
import dev.godwit.core.Generation;
import dev.godwit.core.Source;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.Surroundings;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.catalog.ConfiguredCatalog;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.core.sync.SyncReport;
import dev.godwit.core.sync.SyncRun;
import dev.godwit.core.time.Clocks;
import dev.godwit.core.time.Sleeper;
import dev.godwit.protocol.Arguments.Flag;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.message.MessageWriter;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// Runs a connector the way that Airbyte runs sources: `spec`, `check`, `discover` and `read`, with
/// messages on the output.
public final class ConnectorCommand {
  private final Connectors connectors;
  private final Map<String, String> variables;
  private final MessageWriter out;

  /// @param variables environment variables
  public ConnectorCommand(Connectors connectors, Map<String, String> variables, OutputStream out) {
    this.connectors = connectors;
    this.variables = variables;
    this.out = new MessageWriter(out);
  }

  /// Runs one command to its end.
  ///
  /// @return the exit code: 0 also for a check that found problems, 1 for any failure, 2 for wrong
  ///   usage
  public int run(List<String> arguments) {
    Clock clock = Clock.systemUTC();
    try {
      clock = Clocks.fromEnvironment(variables);
      int code = run(Arguments.parse(arguments), clock);
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

  private int run(Arguments arguments, Clock clock) {
    Path components = arguments.find(Flag.COMPONENTS_PATH);
    if (components != null) {
      out.write(
          Message.Log.of(Log.Level.WARN, "Godwit runs no Python: " + components + " is left out."));
    }
    return switch (arguments.action()) {
      case SPEC -> spec(arguments);
      case CHECK -> check(arguments, clock);
      case DISCOVER -> {
        try (Source source = open(Inputs.read(arguments, connectors), arguments, clock)) {
          out.write(new Message.Catalog(source.discover()));
        }
        yield 0;
      }
      case READ -> read(arguments, clock);
    };
  }

  private int spec(Arguments arguments) {
    Path manifest = arguments.find(Flag.MANIFEST_PATH);
    out.write(
        Message.Spec.of(manifest == null ? GeneralSpec.spec() : connectors.load(manifest).spec()));
    return 0;
  }

  private Source open(Inputs inputs, Arguments arguments, Clock clock) {
    return inputs
        .connector()
        .open(
            inputs.config(),
            new Surroundings(
                clock,
                Sleeper.real(),
                variables,
                log(arguments),
                update -> out.write(new Message.Control(update.after(), clock.millis()))));
  }

  private Log log(Arguments arguments) {
    boolean platformWantsAll = "debug".equalsIgnoreCase(variables.get("LOG_LEVEL"));
    return (level, text) -> {
      if (level != Log.Level.DEBUG || platformWantsAll) {
        out.write(Message.Log.of(level, text));
      } else if (arguments.debug()) {
        out.debug(text);
      }
    };
  }

  /// A configuration that does not work is an answer, not a failure.
  private int check(Arguments arguments, Clock clock) {
    Inputs inputs = Inputs.read(arguments, connectors);
    CheckResult result;
    try (Source source = open(inputs, arguments, clock)) {
      result = check(source, clock);
    } catch (GodwitException e) {
      if (e.kind() != ErrorKind.CONFIG) {
        throw e;
      }
      result = new CheckResult(e.describe());
    }
    out.write(
        result.succeeded()
            ? Message.Log.of(Log.Level.INFO, "Check succeeded")
            : Message.Log.of(Log.Level.ERROR, "Check failed: " + result.problem()));
    out.write(new Message.ConnectionStatus(result.succeeded(), result.problem()));
    return 0;
  }

  /// What the check itself throws is traced, as in the reference.
  private CheckResult check(Source source, Clock clock) {
    try {
      return source.check();
    } catch (GodwitException e) {
      if (e.kind() == ErrorKind.CONFIG) {
        out.write(Message.Failure.of(e, null, clock.millis()));
      }
      throw e;
    }
  }

  private int read(Arguments arguments, Clock clock) {
    ConfiguredCatalog catalog = CatalogFile.read(arguments.require(Flag.CATALOG));
    Path stateFile = arguments.find(Flag.STATE);
    StateFile states = stateFile == null ? StateFile.EMPTY : StateFile.read(stateFile);
    Inputs inputs = Inputs.read(arguments, connectors);
    StreamStatuses statuses = new StreamStatuses(out, clock);
    ReadLog log = new ReadLog(out);
    try (Source source = open(inputs, arguments, clock);
        MessageDestination destination = new MessageDestination(out, states, statuses);
        Flusher _ = new Flusher(out)) {
      log.begun();
      SyncReport report = new SyncRun(plan(catalog, states), source, destination, statuses).run();
      if (!report.succeeded()) {
        throw summary(report);
      }
      log.finished();
      return 0;
    }
  }

  /// States count for every stream that has one, whatever its mode, as in the reference.
  private static SyncPlan plan(ConfiguredCatalog catalog, StateFile states) {
    Connection connection = new Connection("read", "manifest", "stdout", catalog);
    List<StreamPlan> streams =
        catalog.streams().stream()
            .map(
                stream -> new StreamPlan(stream, Generation.keeping(0), states.find(stream.name())))
            .toList();
    return new SyncPlan(connection, streams, Delivery.AT_LEAST_ONCE);
  }

  private static GodwitException summary(SyncReport report) {
    List<String> failed =
        report.streams().stream()
            .filter(stream -> !stream.succeeded())
            .map(stream -> stream.plan().name().toString())
            .toList();
    return GodwitException.config(
        "sync.streams-failed",
        "These streams did not sync successfully: " + String.join(", ", failed) + ".");
  }
}
