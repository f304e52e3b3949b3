package dev.godwit.protocol;

import dev.godwit.core.CheckResult;
import dev.godwit.core.Surroundings;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.core.time.Sleeper;
import dev.godwit.protocol.Arguments.Flag;
import dev.godwit.protocol.DestinationConnector.Target;
import dev.godwit.protocol.message.DestinationSyncMode;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.reading.Limits;
import dev.godwit.protocol.reading.MessageReader;
import dev.godwit.protocol.wire.MessageWriter;
import dev.godwit.protocol.wire.SyncCatalog;
import dev.godwit.protocol.write.WriteRun;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Runs a connector the way that Airbyte runs destinations: `spec`, `check` and `write`, with
/// messages on the output, and of `write` on the input too.
public final class DestinationCommand {
  private final Supplier<DestinationConnector> connector;
  private final Session session;
  private final InputStream in;
  private final MessageWriter out;

  /// @param connector asked for once arguments are understood; what it throws is told in messages
  /// @param variables environment variables
  public DestinationCommand(
      Supplier<DestinationConnector> connector,
      Map<String, String> variables,
      InputStream in,
      OutputStream out) {
    this.connector = connector;
    this.in = in;
    this.session = new Session(variables, out);
    this.out = session.out();
  }

  /// Runs one command to its end.
  ///
  /// @return the exit code: 0 also for a check that found problems, 1 for any failure, 2 for wrong
  ///   usage
  public int run(List<String> arguments) {
    return session.run(clock -> run(Arguments.parse(Usage.DESTINATION, arguments), clock));
  }

  private int run(Arguments arguments, Clock clock) {
    return switch (arguments.action()) {
      case SPEC -> spec();
      case CHECK -> check(arguments, clock);
      case WRITE -> write(arguments, clock);
      case DISCOVER, READ ->
          throw new IllegalStateException("a destination knows no " + arguments.action());
    };
  }

  private int spec() {
    DestinationConnector asked = connector.get();
    List<DestinationSyncMode> modes =
        asked.writeModes().stream().flatMap(mode -> WriteModes.wire(mode).stream()).toList();
    out.write(new Message.Spec(asked.spec(), null, true, false, false, modes, null, null));
    return 0;
  }

  /// A configuration that does not work is an answer, not a failure.
  private int check(Arguments arguments, Clock clock) {
    CheckResult result;
    try (Target target = open(arguments, clock)) {
      result = target.destination().check();
    } catch (GodwitException e) {
      if (e.kind() != ErrorKind.CONFIG || e.code().equals("usage")) {
        throw e;
      }
      result = new CheckResult(e.describe());
    }
    session.answer(result);
    return 0;
  }

  private int write(Arguments arguments, Clock clock) {
    SyncCatalog catalog = SyncCatalog.read(JsonFile.read(arguments.require(Flag.CATALOG)));
    try (Target target = open(arguments, clock)) {
      MessageReader messages = new MessageReader(in, Limits.DEFAULT, clock);
      WriteRun run =
          new WriteRun(catalog, target.destination(), target.namespace(), out::write, clock);
      return run.run(messages::next) ? 0 : 1;
    }
  }

  private Target open(Arguments arguments, Clock clock) {
    Log log = session.log(arguments.debug());
    return connector
        .get()
        .open(
            JsonFile.readObject(arguments.require(Flag.CONFIG)),
            new Surroundings(clock, Sleeper.real(), session.variables(), log));
  }
}
