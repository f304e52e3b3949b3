package dev.godwit.destinations.internal.ledger;

import dev.godwit.core.StoredStream;
import dev.godwit.core.StoredStream.Unfinished;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.schema.StreamShape;
import dev.godwit.destinations.internal.stored.ShapeJson;
import dev.godwit.destinations.internal.stored.UnfinishedJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Ledgers as JSON.
final class LedgerJson {
  /// The form of ledgers. A higher number was written by a later Godwit, which may mean something
  /// else by it.
  private static final long VERSION = 1;

  private LedgerJson() {}

  /// A ledger as it is stored; no two calls give the same.
  static byte[] write(Ledger ledger, Instant now) {
    StoredStream stored = ledger.stored();
    StreamState state = stored.state();
    Unfinished unfinished = stored.unfinished();
    StreamShape shape = stored.shape();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("version", VERSION);
    json.put("commit", UUID.randomUUID().toString());
    json.put("committed_at", now.toString());
    json.put("namespace", ledger.stream().namespace());
    json.put("stream", ledger.stream().name());
    json.put("format", ledger.format());
    json.put("generation", stored.generation());
    json.put("state", state == null ? ledger.damaged() : state.value());
    json.put("refresh", unfinished == null ? null : parsed(UnfinishedJson.write(unfinished)));
    json.put("shape", shape == null ? null : parsed(ShapeJson.write(shape)));
    json.put("backfills", ledger.backfills().stream().map(LedgerJson::backfill).toList());
    json.put("columns", ColumnJson.write(ledger.current().columns()));
    json.put("files", files(ledger.current()));
    json.put("collected_columns", ColumnJson.write(ledger.collected().columns()));
    json.put("collected", files(ledger.collected()));
    json.put("quarantined", files(ledger.quarantined()));
    json.put("leftover", ledger.leftover().stream().sorted().toList());
    return JsonWriter.bytes(json);
  }

  private static @Nullable Object parsed(String json) {
    return JsonParser.STRICT.parse(json);
  }

  private static Map<String, @Nullable Object> backfill(Backfill backfill) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("from", backfill.from());
    json.put("to", backfill.to());
    json.put("state", backfill.state().value());
    return json;
  }

  private static List<Map<String, @Nullable Object>> files(FileSet set) {
    return set.files().stream()
        .map(file -> {
          Map<String, @Nullable Object> json = new LinkedHashMap<>();
          json.put("path", file.path());
          json.put("rows", file.rows());
          json.put("bytes", file.bytes());
          json.put("generation", file.generation());
          return json;
        })
        .toList();
  }

  /// Reads a ledger.
  ///
  /// @param place what messages call it
  /// @throws GodwitException CONFIG `destination.newer-state` when a later Godwit wrote it,
  ///   `files.bad-ledger` when it is none
  static Ledger read(byte[] content, String place) {
    try {
      if (JsonParser.STRICT.parse(content) instanceof Map<?, ?> json
          && json.get("version") instanceof Long version
          && json.get("stream") instanceof String stream
          && json.get("generation") instanceof Long generation) {
        if (version > VERSION) {
          throw newer(place, version);
        }
        String namespace = json.get("namespace") instanceof String text ? text : null;
        return read(json, new StreamName(namespace, stream), generation);
      }
    } catch (IllegalArgumentException e) {
      throw bad(place).causedBy(e);
    } catch (GodwitException e) {
      throw e.code().startsWith("json.") ? bad(place).causedBy(e) : e;
    }
    throw bad(place);
  }

  private static Ledger read(Map<?, ?> json, StreamName stream, long generation) {
    Object state = json.get("state");
    Object refresh = json.get("refresh");
    Object shape = json.get("shape");
    StreamState readable = state(stream, state);
    boolean damaged = state != null && readable == null;
    StoredStream stored =
        new StoredStream(
            readable,
            generation,
            refresh == null ? null : UnfinishedJson.read(stream, JsonWriter.text(refresh)),
            shape == null ? null : ShapeJson.read(JsonWriter.text(shape)),
            damaged ? noObject(stream) : null);
    LinkedHashSet<String> leftover = new LinkedHashSet<>();
    list(json.get("leftover")).forEach(path -> leftover.add(String.valueOf(path)));
    return new Ledger(
        stream,
        String.valueOf(json.get("format")),
        stored,
        damaged ? state : null,
        new FileSet(ColumnJson.read(json.get("columns")), files(json.get("files"))),
        new FileSet(ColumnJson.read(json.get("collected_columns")), files(json.get("collected"))),
        new FileSet(List.of(), files(json.get("quarantined"))),
        backfills(stream, json.get("backfills")),
        leftover);
  }

  @SuppressWarnings("unchecked") // the parser makes maps of exactly this type
  private static @Nullable StreamState state(StreamName stream, @Nullable Object json) {
    return json instanceof Map<?, ?> value
        ? new StreamState(stream, (Map<String, @Nullable Object>) value)
        : null;
  }

  private static List<DataFile> files(@Nullable Object json) {
    List<DataFile> files = new ArrayList<>();
    for (Object file : list(json)) {
      if (!(file instanceof Map<?, ?> fields
          && fields.get("path") instanceof String path
          && fields.get("rows") instanceof Long rows
          && fields.get("bytes") instanceof Long bytes
          && fields.get("generation") instanceof Long generation)) {
        throw new IllegalArgumentException("a file lacks a field");
      }
      files.add(new DataFile(path, rows, bytes, generation));
    }
    return files;
  }

  private static List<Backfill> backfills(StreamName stream, @Nullable Object json) {
    List<Backfill> backfills = new ArrayList<>();
    for (Object backfill : list(json)) {
      if (backfill instanceof Map<?, ?> fields && fields.get("from") instanceof String from) {
        StreamState state = state(stream, fields.get("state"));
        if (state != null) {
          String to = fields.get("to") instanceof String text ? text : null;
          backfills.add(new Backfill(from, to, state));
        }
      }
    }
    return backfills;
  }

  private static List<?> list(@Nullable Object json) {
    return json instanceof List<?> list ? list : List.of();
  }

  private static GodwitException noObject(StreamName stream) {
    return GodwitException.config(
            "destination.bad-state", "The stored state of stream " + stream + " is not an object.")
        .hint("Run with --full-refresh, which reads the stream from its beginning.");
  }

  private static GodwitException newer(String place, long version) {
    return GodwitException.config(
            "destination.newer-state",
            "%s has version %d; this Godwit knows versions up to %d."
                .formatted(place, version, VERSION))
        .hint("Update Godwit.");
  }

  private static GodwitException bad(String place) {
    return GodwitException.config("files.bad-ledger", place + " is not a list of files.")
        .hint("Put it back from a copy. Without it nobody knows which files are complete.");
  }
}
