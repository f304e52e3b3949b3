package dev.godwit.protocol.write;

import dev.godwit.core.Destination;
import dev.godwit.core.RunEntry;
import dev.godwit.core.Traffic;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.log.Log.Level;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.wire.SyncCatalog;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The streams of a run, by what the catalogue calls them. What goes wrong with one of them is
/// told, and leaves the others as they are. For one thread.
final class Intakes implements AutoCloseable {
  private final Map<StreamName, StreamIntake> streams;
  private final Consumer<Message> out;
  private final Clock clock;
  private final long begun = System.nanoTime();

  private Intakes(Map<StreamName, StreamIntake> streams, Consumer<Message> out, Clock clock) {
    this.streams = streams;
    this.out = out;
    this.clock = clock;
  }

  static Intakes of(SyncCatalog catalog, Plans plans, Consumer<Message> out, Clock clock) {
    Map<StreamName, StreamIntake> streams = new LinkedHashMap<>();
    for (SyncCatalog.Entry entry : catalog.entries()) {
      streams.put(
          entry.name(), new StreamIntake(entry.name(), plans.plan(entry), plans.destination()));
    }
    return new Intakes(streams, out, clock);
  }

  Collection<StreamIntake> all() {
    return streams.values();
  }

  @Nullable StreamIntake find(StreamName name) {
    return streams.get(name);
  }

  StreamIntake require(StreamName name) {
    StreamIntake stream = streams.get(name);
    if (stream == null) {
      throw GodwitException.config(
              "write.unknown-stream",
              "The input has rows of the stream " + name + ", which the catalogue lacks.")
          .hint("Give the catalogue that the source was given.");
    }
    return stream;
  }

  /// Does something with a stream that has not failed.
  void attempt(StreamIntake stream, Runnable work) {
    if (stream.failure() == null) {
      try {
        work.run();
      } catch (GodwitException e) {
        fail(stream, e);
      }
    }
  }

  private void fail(StreamIntake stream, GodwitException error) {
    GodwitException placed = error.at(Place.stream(stream.name().toString()));
    out.accept(
        Message.Log.of(Level.ERROR, "Stream " + stream.name() + " failed: " + placed.describe()));
    out.accept(Message.Failure.of(placed, stream.name(), clock.millis()));
    try {
      stream.fail(placed);
    } catch (GodwitException alsoFailed) {
      placed.addSuppressed(alsoFailed);
    }
  }

  /// Gives up a stream that was not told to be complete.
  void incomplete(StreamIntake stream) {
    if (stream.failure() == null) {
      String waiting =
          stream.keepsAll() ? "" : " They wait beside the old ones, which stay until it is.";
      fail(
          stream,
          GodwitException.transientError(
                  "write.incomplete",
                  "The stream was not told to be complete. Rows that a state covers have landed."
                      + waiting)
              .hint("Run again from the last state that came back."));
    }
  }

  /// How long the rows of some stream may still wait, if no more come.
  long nanosUntilDue(long now) {
    long least = Long.MAX_VALUE;
    for (StreamIntake stream : streams.values()) {
      least = Math.min(least, stream.nanosUntilDue(now));
    }
    return least;
  }

  /// Has the destination keep what became of the streams; rows and states are safe all the same.
  void remember(Destination destination) {
    String run = UUID.randomUUID().toString();
    Duration duration = Duration.ofNanos(System.nanoTime() - begun);
    try {
      destination.remember(
          streams.values().stream()
              .map(stream -> entry(run, stream, destination, duration))
              .toList());
    } catch (GodwitException e) {
      out.accept(
          Message.Log.of(
              Level.WARN, "The run could not be noted in the destination: " + e.message()));
    }
  }

  private static RunEntry entry(
      String run, StreamIntake stream, Destination destination, Duration duration) {
    GodwitException error = stream.failure();
    return new RunEntry(
        run,
        stream.plan(),
        destination.delivery(),
        1,
        stream.counts(),
        Traffic.NONE,
        duration,
        stream.state(),
        error == null ? "succeeded" : error.code(),
        error == null ? null : error.message(),
        List.of());
  }

  /// Tells how many rows landed.
  ///
  /// @return whether all streams landed completely
  boolean report() {
    boolean all = true;
    for (StreamIntake stream : streams.values()) {
      out.accept(
          Message.Log.of(
              Level.INFO,
              "Landed %d of %d records of the stream %s"
                  .formatted(stream.counts().committed(), stream.counts().read(), stream.name())));
      all &= stream.failure() == null;
    }
    return all;
  }

  @Override
  public void close() {
    streams.values().forEach(StreamIntake::close);
  }
}
