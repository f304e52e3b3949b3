package dev.godwit.protocol;

import dev.godwit.core.CheckResult;
import dev.godwit.core.Connection;
import dev.godwit.core.Connector;
import dev.godwit.core.Delivery;
import dev.godwit.core.Generation;
import dev.godwit.core.Source;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.Surroundings;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.catalog.ConfiguredCatalog;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.sync.SyncReport;
import dev.godwit.core.sync.SyncRun;
import dev.godwit.core.time.Sleeper;
import dev.godwit.protocol.Arguments.Flag;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.wire.MessageWriter;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Runs a connector the way that Airbyte runs sources: `spec`, `check`, `discover` and `read`, with
/// messages on the output.
public final class ConnectorCommand {
  private final Choice choice;
  private final Session session;
  private final MessageWriter out;

  /// A command whose arguments or configuration bring the manifest.
  ///
  /// @param variables environment variables
  public ConnectorCommand(Connectors connectors, Map<String, String> variables, OutputStream out) {
    this(new Choice.ByManifest(connectors), variables, out);
  }

  private ConnectorCommand(Choice choice, Map<String, String> variables, OutputStream out) {
    this.choice = choice;
    this.session = new Session(variables, out);
    this.out = session.out();
  }

  /// A command of one source.
  ///
  /// @param connector asked for once arguments are understood; what it throws is told in messages
  /// @param variables environment variables
  public static ConnectorCommand of(
      Supplier<Connector> connector, Map<String, String> variables, OutputStream out) {
    return new ConnectorCommand(new Choice.Named(connector), variables, out);
  }

  /// Runs one command to its end.
  ///
  /// @return the exit code: 0 also for a check that found problems, 1 for any failure, 2 for wrong
  ///   usage
  public int run(List<String> arguments) {
    return session.run(clock -> run(Arguments.parse(choice.usage(), arguments), clock));
  }

  private int run(Arguments arguments, Clock clock) {
    return switch (arguments.action()) {
      case SPEC -> {
        out.write(Message.Spec.of(choice.spec(arguments)));
        yield 0;
      }
      case CHECK -> check(arguments, clock);
      case DISCOVER -> {
        try (Source source = open(choice.inputs(arguments), arguments, clock)) {
          out.write(new Message.Catalog(source.discover()));
        }
        yield 0;
      }
      case READ -> read(arguments, clock);
      case WRITE -> throw new IllegalStateException("a source knows no write");
    };
  }

  private Source open(Inputs inputs, Arguments arguments, Clock clock) {
    return inputs
        .connector()
        .open(
            inputs.config(),
            new Surroundings(
                clock,
                Sleeper.real(),
                session.variables(),
                session.log(arguments.debug()),
                update -> out.write(new Message.Control(update.after(), clock.millis()))));
  }

  /// A configuration that does not work is an answer, not a failure.
  private int check(Arguments arguments, Clock clock) {
    Inputs inputs = choice.inputs(arguments);
    CheckResult result;
    try (Source source = open(inputs, arguments, clock)) {
      result = check(source, clock);
    } catch (GodwitException e) {
      if (e.kind() != ErrorKind.CONFIG) {
        throw e;
      }
      result = new CheckResult(e.describe());
    }
    session.answer(result);
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
    Inputs inputs = choice.inputs(arguments);
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
