package dev.godwit.protocol.foreign;

import dev.godwit.core.JsonRows;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.message.StreamProgress;
import dev.godwit.protocol.wire.MessageWriter;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One process that writes one stream. For one thread, beside which another listens to the process.
final class WriteProcess implements AutoCloseable {
  private final Dialog dialog;
  private final StreamName stream;
  private final MessageWriter out;
  private final Thread listener;
  private final SentStates states = new SentStates();
  private long rows;
  private volatile @Nullable GodwitException error;

  WriteProcess(Dialog dialog, StreamName stream) {
    this.dialog = dialog;
    this.stream = stream;
    this.out = new MessageWriter(dialog.child().input());
    this.listener = Thread.ofVirtual().name("acknowledged " + stream).start(this::listen);
  }

  private void listen() {
    try {
      for (Message message = dialog.next(); message != null; message = dialog.next()) {
        if (message instanceof Message.State state) {
          states.cameBack(state);
        } else if (message instanceof Message.Failure failure) {
          error = dialog.ending().told(failure);
        }
      }
    } catch (GodwitException e) {
      error = e;
      dialog.close();
    }
  }

  /// How many states were sent back since this was asked last.
  int landed() {
    return states.landed();
  }

  /// Sends rows. Waits for the program where it is slower.
  ///
  /// @throws GodwitException what the program told of its failure
  void rows(JsonRows batch) {
    requireNoError();
    send(() -> out.rows(stream, batch));
    rows += batch.rows();
  }

  /// Sends a state that covers all rows so far.
  void state(Map<String, @Nullable Object> value) {
    requireNoError();
    states.sent(value, rows);
    send(() -> out.write(Message.State.of(stream, value, rows)));
    rows = 0;
  }

  private void send(Runnable sending) {
    try {
      sending.run();
    } catch (GodwitException e) {
      if (!e.code().equals("protocol.output")) {
        throw e;
      }
      GodwitException why = await();
      throw (why == null ? e : why).at(Place.stream(stream.toString()));
    }
  }

  private void requireNoError() {
    GodwitException told = error;
    if (told != null) {
      throw told.at(Place.stream(stream.toString()));
    }
  }

  /// Says that nothing more comes, and waits until the program has ended.
  ///
  /// @param complete whether the stream was read completely
  /// @throws GodwitException what went wrong; all states were sent back otherwise
  void end(boolean complete, long now) {
    requireNoError();
    send(() -> {
      StreamProgress progress = complete ? StreamProgress.COMPLETE : StreamProgress.INCOMPLETE;
      out.write(Message.StreamStatus.of(stream, progress, now));
    });
    GodwitException why = await();
    if (why != null) {
      throw why.at(Place.stream(stream.toString()));
    }
    requireNoError();
    states.requireAll(stream);
  }

  /// Closes the program's input and waits for its end.
  private @Nullable GodwitException await() {
    try {
      try {
        dialog.child().input().close();
      } catch (IOException e) {
        // The program has gone; its end says why.
      }
      listener.join();
      GodwitException ended = dialog.ending().await();
      return error == null ? ended : error;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Runs.cancelled();
    }
  }

  @Override
  public void close() {
    dialog.close();
  }
}
