package dev.godwit.protocol.write;

import dev.godwit.core.Destination;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log.Level;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.message.StateScope;
import dev.godwit.protocol.message.StreamProgress;
import dev.godwit.protocol.wire.SyncCatalog;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Lands the rows of an input, and sends each state back when all rows that it covers are durable.
/// Rows of generations that no longer count go when their stream was told to be complete, not
/// before. One failing stream does not stop the others. A run is used once.
public final class WriteRun {
  /// How often the streams are looked through for rows that have waited long enough, when messages
  /// come without pause.
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Intakes streams;
  private final Receipts receipts;
  private final Consumer<Message> out;
  private final Destination destination;
  private boolean toldOfProgress;
  private long looked;

  /// A run that begins with the first message.
  ///
  /// @param namespace of streams that have none; null where the destination has a place for them
  /// @param out takes what is to be sent back
  /// @throws GodwitException CONFIG when a stream can't be written as the catalogue wants it
  public WriteRun(
      SyncCatalog catalog,
      Destination destination,
      @Nullable String namespace,
      Consumer<Message> out,
      Clock clock) {
    this.streams = Intakes.of(catalog, new Plans(destination, namespace), out, clock);
    this.receipts = new Receipts(out);
    this.out = out;
    this.destination = destination;
  }

  /// Takes all messages and lands them.
  ///
  /// @return whether every stream landed completely
  /// @throws GodwitException CONFIG `write.unknown-stream` when rows come of a stream that the
  ///   catalogue lacks, TRANSIENT `sync.cancelled` when the thread is interrupted
  public boolean run(Incoming incoming) {
    try (streams;
        Inbox inbox = Inbox.reading(incoming)) {
      Arrival arrival = inbox.take(Long.MAX_VALUE);
      while (!(arrival instanceof Arrival.End)) {
        switch (arrival) {
          case Arrival.Came came -> take(came.message());
          case Arrival.Broken broken -> throw broken.asGodwit();
          case Arrival.End _ -> {}
          case null -> {}
        }
        commitWhatIsDue(arrival == null);
        arrival = inbox.take(streams.nanosUntilDue(System.nanoTime()));
      }
      end();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw GodwitException.transientError("sync.cancelled", "The sync was cancelled.");
    }
    streams.remember(destination);
    return streams.report();
  }

  private void take(Message message) {
    switch (message) {
      case Message.Rows rows -> {
        StreamIntake stream = streams.require(rows.stream());
        streams.attempt(stream, () -> stream.append(rows.rows()));
      }
      case Message.State state -> expect(state);
      case Message.StreamStatus status -> progress(status.stream(), status.progress());
      case Message.Log _,
          Message.Spec _,
          Message.ConnectionStatus _,
          Message.Catalog _,
          Message.DestinationCatalog _,
          Message.Failure _,
          Message.Estimate _,
          Message.Analytics _,
          Message.Control _ -> {}
    }
  }

  private void expect(Message.State state) {
    Map<StreamIntake, Long> cuts = new HashMap<>();
    long rows =
        switch (state.scope()) {
          case StateScope.OneStream one -> {
            StreamIntake stream = streams.find(one.stream());
            yield stream == null ? 0 : covered(stream, one.value(), cuts);
          }
          case StateScope.Global global -> {
            Map<StreamName, Map<String, @Nullable Object>> values = GlobalStates.of(global);
            long all = 0;
            for (StreamIntake stream : streams.all()) {
              all += covered(stream, values.get(stream.name()), cuts);
            }
            yield all;
          }
          case StateScope.Legacy legacy -> {
            long all = 0;
            for (StreamIntake stream : streams.all()) {
              all += covered(stream, legacy.value(), cuts);
            }
            yield all;
          }
        };
    receipts.expect(state, rows, cuts);
    if (receipts.isFull()) {
      commitAll();
    }
  }

  private long covered(
      StreamIntake stream,
      @Nullable Map<String, @Nullable Object> value,
      Map<StreamIntake, Long> cuts) {
    long[] rows = {0};
    streams.attempt(stream, () -> rows[0] = stream.covered(value, System.nanoTime()));
    cuts.put(stream, stream.cuts());
    return rows[0];
  }

  private void progress(StreamName name, StreamProgress progress) {
    toldOfProgress = true;
    StreamIntake stream = streams.find(name);
    if (stream != null) {
      switch (progress) {
        case COMPLETE -> streams.attempt(stream, () -> stream.completed(System.nanoTime()));
        case INCOMPLETE -> stream.interrupted();
        case STARTED, RUNNING -> {}
      }
    }
  }

  private void commitWhatIsDue(boolean silence) {
    long now = System.nanoTime();
    if (silence || now - looked >= LOOK_NANOS) {
      looked = now;
      boolean together = receipts.spanStreams() && streams.nanosUntilDue(now) <= 0;
      for (StreamIntake stream : streams.all()) {
        if (together || stream.nanosUntilDue(now) <= 0) {
          streams.attempt(stream, () -> stream.commit(now));
        }
      }
      receipts.send();
    }
  }

  private void commitAll() {
    long now = System.nanoTime();
    streams.all().forEach(stream -> streams.attempt(stream, () -> stream.commit(now)));
    receipts.send();
  }

  /// Without any word on how far streams have come, the end of the input is theirs, but nothing
  /// goes.
  private void end() {
    long now = System.nanoTime();
    for (StreamIntake stream : streams.all()) {
      boolean whole = stream.isComplete() || (!toldOfProgress && stream.keepsAll());
      streams.attempt(stream, whole ? () -> stream.finish(now) : () -> stream.commit(now));
      receipts.send();
      if (!whole) {
        streams.incomplete(stream);
      }
    }
    out.accept(Message.Log.of(Level.INFO, "The input has ended."));
  }
}
