package dev.godwit.protocol.foreign;

import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.protocol.launch.Child;
import dev.godwit.protocol.launch.Invocation;
import dev.godwit.protocol.launch.Program;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.reading.Limits;
import dev.godwit.protocol.reading.MessageReader;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One run of a connector's program, as far as all commands have it in common: its messages one
/// after the other, its log handed on, its silence noticed, its changed configurations kept. For
/// one thread, but for {@link #close}.
final class Dialog implements AutoCloseable {
  private final Child child;
  private final MessageReader messages;
  private final Heartbeat heartbeat;
  private final Ending ending;
  private final Log log;
  private final Consumer<Map<String, @Nullable Object>> configs;

  /// Starts the program.
  ///
  /// @param configs is given each configuration that the connector wants to be kept
  Dialog(
      String connector,
      Program program,
      Invocation invocation,
      Duration silence,
      Surroundings world,
      Consumer<Map<String, @Nullable Object>> configs) {
    this.child = program.start(invocation);
    this.messages = new MessageReader(child.output(), Limits.DEFAULT, world.clock());
    this.heartbeat = new Heartbeat(silence, child::kill);
    this.ending = new Ending(connector, child, heartbeat, invocation.mask());
    this.log = world.log();
    this.configs = configs;
  }

  Child child() {
    return child;
  }

  Ending ending() {
    return ending;
  }

  Heartbeat heartbeat() {
    return heartbeat;
  }

  /// The next message that is no log, no changed configuration and nothing for statistics; null
  /// when the program has said all.
  @Nullable Message next() {
    while (true) {
      heartbeat.listen();
      Message message = messages.next();
      heartbeat.heard();
      switch (message) {
        case Message.Log line -> {
          log.write(line.level().level(), child.note(line.text()));
        }
        case Message.Control control -> configs.accept(control.config());
        case Message.Analytics _, Message.Estimate _ -> {}
        case null -> {
          return null;
        }
        case Message.Rows _,
            Message.State _,
            Message.Spec _,
            Message.ConnectionStatus _,
            Message.Catalog _,
            Message.DestinationCatalog _,
            Message.Failure _,
            Message.StreamStatus _ -> {
          return message;
        }
      }
    }
  }

  /// Says all that it has to say, and gives what was asked for.
  ///
  /// @throws GodwitException what the connector told of its failure, or `connector.no-answer`
  <M extends Message> M answer(Class<M> kind) throws InterruptedException {
    M answer = null;
    for (Message message = next(); message != null; message = next()) {
      if (kind.isInstance(message)) {
        answer = kind.cast(message);
      } else if (message instanceof Message.Failure failure) {
        ending.told(failure);
      }
    }
    GodwitException error = ending.await();
    if (answer != null && (error == null || error.code().equals("connector.exit"))) {
      return answer;
    }
    if (error != null) {
      throw error;
    }
    GodwitException told = ending.failure();
    throw told != null ? told : ending.noAnswer();
  }

  /// Ends the program, if it still runs.
  @Override
  public void close() {
    heartbeat.close();
    child.close();
  }
}
