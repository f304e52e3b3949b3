package dev.godwit.protocol;

import dev.godwit.core.CheckResult;
import dev.godwit.core.Connection;
import dev.godwit.core.Connector;
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
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Runs a connector the way that Airbyte runs sources: `spec`, `check`, `discover` and `read`, with
/// messages on the output.
public final class ConnectorCommand {
  private final Function<Path, Connector> connectors;
  private final Map<String, String> variables;
  private final MessageWriter out;

  /// @param connectors makes a connector out of the file that `--manifest-path` names
  /// @param variables environment variables
  public ConnectorCommand(
      Function<Path, Connector> connectors, Map<String, String> variables, OutputStream out) {
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
      out.write(Messages.error(error, null, clock.millis()));
    } catch (GodwitException nobodyReads) {
      // The exit code says it all the same.
    }
    return error.code().equals("usage") ? 2 : 1;
  }

  private int run(Arguments arguments, Clock clock) {
    Connector connector = connectors.apply(arguments.require(Flag.MANIFEST_PATH));
    return switch (arguments.action()) {
      case SPEC -> {
        out.write(Messages.spec(connector.spec()));
        yield 0;
      }
      case CHECK -> check(connector, arguments, clock);
      case DISCOVER -> {
        try (Source source = open(connector, arguments, clock)) {
          out.write(Messages.catalog(source.discover()));
        }
        yield 0;
      }
      case READ -> read(connector, arguments, clock);
    };
  }

  private Source open(Connector connector, Arguments arguments, Clock clock) {
    Map<String, @Nullable Object> config = JsonFile.readObject(arguments.require(Flag.CONFIG));
    return connector.open(
        config,
        new Surroundings(
            clock,
            Sleeper.real(),
            variables,
            log(arguments.debug()),
            update -> out.write(Messages.configuration(update.after(), clock.millis()))));
  }

  private Log log(boolean debug) {
    return (level, text) -> {
      if (debug || level != Log.Level.DEBUG) {
        out.write(Messages.log(level, text));
      }
    };
  }

  /// A configuration that does not work is an answer, not a failure.
  private int check(Connector connector, Arguments arguments, Clock clock) {
    CheckResult result;
    try (Source source = open(connector, arguments, clock)) {
      result = source.check();
    } catch (GodwitException e) {
      if (e.kind() != ErrorKind.CONFIG
          || e.code().startsWith("file.")
          || e.code().equals("usage")) {
        throw e;
      }
      result = new CheckResult(e.describe());
    }
    out.write(Messages.status(result));
    return 0;
  }

  private int read(Connector connector, Arguments arguments, Clock clock) {
    ConfiguredCatalog catalog = CatalogFile.read(arguments.require(Flag.CATALOG));
    Path stateFile = arguments.find(Flag.STATE);
    StateFile states = stateFile == null ? StateFile.EMPTY : StateFile.read(stateFile);
    StreamStatuses statuses = new StreamStatuses(out, clock);
    try (Source source = open(connector, arguments, clock);
        MessageDestination destination = new MessageDestination(out, states, statuses)) {
      SyncReport report = new SyncRun(plan(catalog, states), source, destination, statuses).run();
      if (!report.succeeded()) {
        throw summary(report);
      }
      return 0;
    }
  }

  /// States count for every stream that has one, whatever its mode, as in the reference.
  private static SyncPlan plan(ConfiguredCatalog catalog, StateFile states) {
    Connection connection = new Connection("read", "manifest", "stdout", catalog);
    List<StreamPlan> streams =
        catalog.streams().stream()
            .map(stream -> new StreamPlan(stream, states.find(stream.name())))
            .toList();
    return new SyncPlan(connection, streams, dev.godwit.core.Delivery.AT_LEAST_ONCE);
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
