package dev.godwit.protocol.write;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.protocol.message.DestinationSyncMode;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.message.StateScope;
import dev.godwit.protocol.message.StreamProgress;
import dev.godwit.protocol.wire.SyncCatalog;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Catalogues and messages for tests.
final class Script {
  private Script() {}

  static SyncCatalog.Entry entry(
      String stream, DestinationSyncMode mode, @Nullable Long generation, @Nullable Long minimum) {
    return new SyncCatalog.Entry(
        new Stream(
            new StreamName(null, stream),
            Map.of("type", "object"),
            EnumSet.allOf(SyncMode.class),
            null,
            List.of(),
            List.of(),
            true,
            false),
        SyncMode.INCREMENTAL,
        mode,
        List.of(),
        List.of(),
        null,
        generation,
        minimum,
        null,
        null);
  }

  static SyncCatalog appending(String... streams) {
    return new SyncCatalog(
        List.of(streams).stream()
            .map(stream -> entry(stream, DestinationSyncMode.APPEND, 0L, 0L))
            .toList());
  }

  static Message row(String stream, String... rows) {
    byte[] page = String.join("", rows).getBytes(StandardCharsets.UTF_8);
    JsonRows.Builder builder = new JsonRows.Builder();
    int start = 0;
    for (String row : rows) {
      builder.add(start, start + row.length());
      start += row.length();
    }
    Slice slice = new Slice(new StreamName(null, stream), 0, Map.of(), Map.of(), Map.of());
    return new Message.Rows(builder.build(slice, page, 1), Map.of());
  }

  static Message.State state(String stream, long at) {
    return Message.State.of(new StreamName(null, stream), Map.of("at", at), 99);
  }

  static Message.State global(Object shared, String... streams) {
    return new Message.State(
        new StateScope.Global(
            Map.of("shared", shared),
            List.of(streams).stream()
                .map(stream ->
                    new StateScope.OneStream(new StreamName(null, stream), Map.of("s", stream)))
                .toList()),
        null,
        null,
        Map.of());
  }

  static Message status(String stream, StreamProgress progress) {
    return Message.StreamStatus.of(new StreamName(null, stream), progress, 1);
  }

  static Message complete(String stream) {
    return status(stream, StreamProgress.COMPLETE);
  }
}
