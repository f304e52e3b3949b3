package dev.godwit.destinations.internal.stored;

import dev.godwit.core.StoredStream.Unfinished;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A replacement that has begun, as the state table holds it.
public final class UnfinishedJson {
  private static final String GENERATION = "generation";
  private static final String SYNC_MODE = "sync_mode";
  private static final String WRITE_MODE = "write_mode";
  private static final String STATE = "state";
  private static final String BEGUN = "begun_at";

  private UnfinishedJson() {}

  public static String write(Unfinished unfinished) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put(GENERATION, unfinished.generation());
    fields.put(SYNC_MODE, unfinished.syncMode().name());
    fields.put(WRITE_MODE, unfinished.writeMode().name());
    fields.put(STATE, unfinished.state().value());
    fields.put(BEGUN, unfinished.begun().toString());
    return JsonWriter.text(fields);
  }

  /// What was written, or null where it makes no sense: the replacement then begins anew, which
  /// loses nothing.
  @SuppressWarnings("unchecked") // the parser makes maps of exactly this type
  public static @Nullable Unfinished read(StreamName stream, String json) {
    if (JsonParser.STRICT.parse(json) instanceof Map<?, ?> fields
        && fields.get(GENERATION) instanceof Long generation
        && fields.get(SYNC_MODE) instanceof String syncMode
        && fields.get(WRITE_MODE) instanceof String writeMode
        && fields.get(STATE) instanceof Map<?, ?> state
        && fields.get(BEGUN) instanceof String begun) {
      try {
        return new Unfinished(
            generation,
            SyncMode.valueOf(syncMode),
            WriteMode.valueOf(writeMode),
            new StreamState(stream, (Map<String, @Nullable Object>) state),
            Instant.parse(begun));
      } catch (IllegalArgumentException | DateTimeException e) {
        return null;
      }
    }
    return null;
  }
}
