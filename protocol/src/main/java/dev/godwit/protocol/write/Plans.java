package dev.godwit.protocol.write;

import dev.godwit.core.Destination;
import dev.godwit.core.Generation;
import dev.godwit.core.StoredStream;
import dev.godwit.core.StoredStream.Unfinished;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.protocol.message.DestinationSyncMode;
import dev.godwit.protocol.wire.SyncCatalog.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes plans of the streams of a catalogue.
///
/// @param namespace of streams that have none; null where the destination has a place for them
record Plans(Destination destination, @Nullable String namespace) {
  /// What will be done with a stream.
  ///
  /// @param onlyWithRows whether nothing is to be done unless rows come
  record Planned(StreamPlan plan, boolean onlyWithRows) {}

  /// Generations tell which rows go. One that is named again after it was complete is a retry: rows
  /// that come replace those that are there where the stream is overwritten, and join them
  /// otherwise; where none come, nothing happens.
  ///
  /// @throws GodwitException CONFIG `stream.no-key` for a way to write that needs a key,
  ///   `write.generation` for generations that make no sense
  Planned plan(Entry entry) {
    ConfiguredStream stream = configured(entry);
    StoredStream stored = destination.stored(stream.name());
    Long id = entry.generation();
    if (id == null) {
      return stream.writeMode().replacesAll()
          ? new Planned(replacing(stored.generation() + 1, stream, stored), false)
          : keeping(stored.generation(), stream);
    }
    Long named = entry.minimumGeneration();
    long minimum = named == null ? 0 : named;
    if (minimum == 0) {
      return keeping(id, stream);
    }
    if (minimum != id) {
      throw GodwitException.config(
              "write.generation",
              "The minimum of generation %d is %d; it has to be 0 or the generation itself."
                  .formatted(id, minimum))
          .at(Place.stream(entry.name().toString()));
    }
    boolean again = stored.generation() >= id && !isUnfinished(stored, id);
    return again && !stream.writeMode().replacesAll()
        ? keeping(id, stream)
        : new Planned(replacing(id, stream, stored), again);
  }

  private static Planned keeping(long id, ConfiguredStream stream) {
    return new Planned(new StreamPlan(stream, Generation.keeping(id), null), false);
  }

  private static StreamPlan replacing(long id, ConfiguredStream stream, StoredStream stored) {
    Unfinished unfinished = stored.unfinished();
    return new StreamPlan(
        stream,
        Generation.replacing(id),
        unfinished != null && unfinished.generation() == id ? unfinished.state() : null);
  }

  private static boolean isUnfinished(StoredStream stored, long id) {
    Unfinished unfinished = stored.unfinished();
    return unfinished != null && unfinished.generation() == id;
  }

  private ConfiguredStream configured(Entry entry) {
    Stream declared = entry.stream();
    Stream stream =
        new Stream(
            landing(entry),
            declared.jsonSchema(),
            declared.syncModes(),
            declared.sourceDefinedCursor(),
            declared.defaultCursorField(),
            declared.primaryKey(),
            declared.resumable(),
            declared.fileBased());
    WriteMode mode = mode(entry.writeMode());
    List<List<String>> key =
        entry.primaryKey().isEmpty() ? declared.primaryKey() : entry.primaryKey();
    if (mode.needsKey() && key.isEmpty()) {
      throw GodwitException.config(
              "stream.no-key",
              "The stream has no primary key, so it cannot be written with "
                  + entry.writeMode().wireName()
                  + ".")
          .hint("Choose a primary key, or write it with append or overwrite.")
          .at(Place.stream(entry.name().toString()));
    }
    return new ConfiguredStream(
        stream,
        entry.syncMode(),
        mode,
        entry.cursorField().isEmpty() ? declared.defaultCursorField() : entry.cursorField(),
        key);
  }

  private StreamName landing(Entry entry) {
    StreamName name = entry.name();
    String object = entry.destinationObjectName();
    return new StreamName(
        name.namespace() == null ? namespace : name.namespace(),
        object == null || object.isEmpty() ? name.name() : object);
  }

  private static WriteMode mode(DestinationSyncMode mode) {
    return switch (mode) {
      case APPEND -> WriteMode.APPEND;
      case OVERWRITE -> WriteMode.OVERWRITE;
      case APPEND_DEDUP -> WriteMode.APPEND_DEDUP;
      case UPDATE -> WriteMode.UPDATE;
      case SOFT_DELETE -> WriteMode.SOFT_DELETE;
    };
  }
}
