package dev.godwit.protocol.foreign;

import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.message.StateScope;
import dev.godwit.protocol.message.StatusReason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One run of a connector that reads streams: a thread listens and brings what is said to the
/// streams' lanes. The program is ended when nobody reads any more. Thread-safe.
final class ReadProcess implements AutoCloseable {
  private final Dialog dialog;
  private final String connector;
  private final Map<StreamName, Track> tracks = new LinkedHashMap<>();
  private final StateForm states;
  private final Thread listener;
  private long rowsOfAll;
  private boolean statuses;

  /// @param plans the streams that are read
  ReadProcess(String connector, Dialog dialog, List<StreamPlan> plans) {
    this.connector = connector;
    this.dialog = dialog;
    this.states = new StateForm(plans);
    plans.forEach(plan -> tracks.put(plan.name(), new Track(plan.name())));
    this.listener = Thread.ofPlatform().daemon().name(connector).unstarted(this::listen);
  }

  void start() {
    listener.start();
  }

  /// Reads a stream, once the connector works on it.
  LaneReader open(StreamName stream) throws InterruptedException {
    Lane lane = track(stream).lane;
    lane.awaitBeginning();
    return new LaneReader(stream, lane, this);
  }

  private Track track(StreamName stream) {
    Track track = tracks.get(stream);
    if (track == null) {
      throw new IllegalArgumentException("the connector was not asked for stream " + stream);
    }
    return track;
  }

  Object beats() {
    return dialog.heartbeat().beats();
  }

  void onRateLimit(StreamName stream, Runnable hears) {
    track(stream).rateLimited = hears;
  }

  /// Says that nobody reads a stream any more.
  void leave(StreamName stream) {
    Track track = track(stream);
    track.left = true;
    track.lane.close();
    if (tracks.values().stream().allMatch(other -> other.left || other.lane.hasEnded())) {
      close();
    }
  }

  private void listen() {
    GodwitException error;
    try {
      for (Message message = dialog.next(); message != null; message = dialog.next()) {
        take(message);
      }
      error = dialog.ending().await();
    } catch (InterruptedException e) {
      error = GodwitException.transientError("connector.left", connector + " was left.");
    } catch (GodwitException e) {
      error = e;
      dialog.close();
    } catch (RuntimeException | Error e) {
      error =
          GodwitException.system("connector.unexpected", "Listening to the connector failed: " + e)
              .causedBy(e);
      dialog.close();
    }
    end(error);
  }

  private void take(Message message) throws InterruptedException {
    switch (message) {
      case Message.Rows rows -> {
        Track track = tracks.get(rows.stream());
        if (track == null) {
          throw unknown(rows.stream());
        }
        track.rows += rows.rows().rows();
        rowsOfAll += rows.rows().rows();
        track.lane.put(new Lane.Item.Rows(rows.rows()));
      }
      case Message.State state -> state(state);
      case Message.StreamStatus status -> status(status);
      case Message.Failure failure -> {
        GodwitException error = dialog.ending().told(failure);
        Track track = failure.stream() == null ? null : tracks.get(failure.stream());
        if (track != null) {
          track.error = error;
        }
      }
      case Message.Spec _,
          Message.ConnectionStatus _,
          Message.Catalog _,
          Message.DestinationCatalog _,
          Message.Log _,
          Message.Control _,
          Message.Analytics _,
          Message.Estimate _ -> {}
    }
  }

  private GodwitException unknown(StreamName stream) {
    return GodwitException.contract(
            "connector.unknown-stream",
            "%s sent rows of stream %s, which was not asked for.".formatted(connector, stream))
        .hint("Rows must not be lost, so the run was stopped. Choose the stream, too.");
  }

  private void state(Message.State message) throws InterruptedException {
    switch (message.scope()) {
      case StateScope.OneStream one -> {
        Track track = tracks.get(one.stream());
        if (track != null) {
          requireCount(message, track.rows, one.stream());
          rowsOfAll -= track.rows;
          track.rows = 0;
          @Nullable Map<String, @Nullable Object> value = one.value();
          reached(track, value == null ? null : new StreamState(one.stream(), value));
        }
      }
      case StateScope.Global global -> {
        ofAll(message);
        for (Track track : tracks.values()) {
          reached(track, states.of(track.stream, global));
        }
      }
      case StateScope.Legacy legacy -> {
        ofAll(message);
        for (Track track : tracks.values()) {
          reached(track, states.of(track.stream, legacy));
        }
      }
    }
  }

  private void ofAll(Message.State message) {
    requireCount(message, rowsOfAll, null);
    rowsOfAll = 0;
    tracks.values().forEach(track -> track.rows = 0);
    states.next();
  }

  private void requireCount(Message.State state, long rows, @Nullable StreamName stream) {
    Long counted = state.source() == null ? null : state.source().records();
    if (counted != null && counted != rows) {
      GodwitException error =
          GodwitException.contract(
                  "connector.count-mismatch",
                  "%s counted %,d rows since its last state, but sent %,d."
                      .formatted(connector, counted, rows))
              .hint("Rows may be missing. Run again; if it repeats, tell the connector's makers.");
      throw stream == null ? error : error.at(Place.stream(stream.toString()));
    }
  }

  /// A state after the end of its stream is the last word about it.
  private static void reached(Track track, @Nullable StreamState state)
      throws InterruptedException {
    track.lane.put(new Lane.Item.State(state));
    if (track.told != null) {
      track.lane.put(track.told);
    }
  }

  private void status(Message.StreamStatus status) {
    statuses = true;
    Track track = tracks.get(status.stream());
    if (track == null) {
      return;
    }
    track.lane.begin();
    switch (status.progress()) {
      case STARTED -> {}
      case RUNNING -> {
        boolean waits =
            status.reasons().stream().anyMatch(StatusReason.RateLimited.class::isInstance);
        if (waits) {
          track.rateLimited.run();
        }
      }
      case COMPLETE -> track.told = new Lane.Item.End(null);
      case INCOMPLETE -> track.told = new Lane.Item.End(incomplete(track));
    }
  }

  private GodwitException incomplete(Track track) {
    GodwitException error = track.error == null ? dialog.ending().failure() : track.error;
    return error != null
        ? error
        : GodwitException.transientError(
                "connector.stream-incomplete", connector + " did not read the stream to its end.")
            .hint("See its log. What was committed stays; run again to go on.");
  }

  /// The program has ended: so have all streams. One that was not declared complete is so only when
  /// the connector declares nothing of the kind, told no error, and ended well.
  private void end(@Nullable GodwitException error) {
    for (Track track : tracks.values()) {
      Lane.Item.End told = track.told;
      GodwitException why = track.error == null ? error : track.error;
      boolean complete = why == null && !statuses && dialog.ending().failure() == null;
      Lane.Item.End end =
          new Lane.Item.End(complete ? null : why == null ? incomplete(track) : why);
      try {
        track.lane.put(told == null ? end : told);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Ends the program. Streams that are still read end with an error.
  @Override
  public void close() {
    listener.interrupt();
    dialog.close();
  }

  /// What is known of one stream while it is read. Written by the listener, but for the two fields
  /// that the reader sets.
  private static final class Track {
    private final StreamName stream;
    private final Lane lane = new Lane();
    private long rows;
    private @Nullable GodwitException error;
    private Lane.Item.@Nullable End told;
    private volatile Runnable rateLimited = () -> {};
    private volatile boolean left;

    Track(StreamName stream) {
      this.stream = stream;
    }
  }
}
