package dev.godwit.protocol.reading;

import dev.godwit.core.ConnectorSpec;
import dev.godwit.core.JsonRows;
import dev.godwit.core.RowFile;
import dev.godwit.core.Slice;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.protocol.message.DestinationOperation;
import dev.godwit.protocol.message.DestinationSyncMode;
import dev.godwit.protocol.message.FailureType;
import dev.godwit.protocol.message.LogLevel;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.message.RecordChange;
import dev.godwit.protocol.message.StateScope;
import dev.godwit.protocol.message.StateStats;
import dev.godwit.protocol.message.StatusReason;
import dev.godwit.protocol.message.StreamProgress;
import dev.godwit.protocol.wire.SyncCatalog;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes messages of all kinds, by chance.
final class Messages {
  private final Random random;
  private final List<Supplier<Message>> kinds;

  Messages(Random random) {
    this.random = random;
    this.kinds =
        List.of(
            this::rows,
            this::rows,
            this::rows,
            () -> new Message.State(scope(), stats(), stats(), unknown()),
            () -> new Message.Log(one(LogLevel.values()), text(), orNull(text())),
            this::spec,
            () -> new Message.ConnectionStatus(random.nextBoolean(), orNull(text())),
            () -> new Message.Catalog(new Catalog(some(this::stream))),
            () -> new Message.DestinationCatalog(some(this::operation)),
            this::failure,
            () -> new Message.Estimate(orNull(name()), orNull(number()), orNull(number()), time()),
            () ->
                new Message.StreamStatus(
                    name(),
                    one(StreamProgress.values()),
                    some(() -> new StatusReason.RateLimited(orNull(number()))),
                    time()),
            () -> new Message.Analytics("t" + text(), orNull(text()), time()),
            () -> new Message.Control(object(2), time()));
  }

  int kinds() {
    return kinds.size();
  }

  Message next() {
    return of(random.nextInt(kinds.size()));
  }

  Message of(int kind) {
    return kinds.get(kind).get();
  }

  private Message.Rows rows() {
    JsonBuffer page = new JsonBuffer();
    JsonRows.Builder rows = new JsonRows.Builder();
    Map<Integer, List<RecordChange>> changes = new HashMap<>();
    int count = 1 + random.nextInt(4);
    for (int row = 0; row < count; row++) {
      int start = page.length();
      JsonWriter.write(object(3), page);
      rows.add(start, page.length());
      if (random.nextInt(8) == 0) {
        rows.file(new RowFile("/" + text(), text(), number()));
      }
      if (random.nextInt(8) == 0) {
        changes.put(row, List.of(change()));
      }
    }
    Slice slice = new Slice(name(), 0, Map.of(), Map.of(), Map.of());
    return new Message.Rows(
        Objects.requireNonNull(rows.build(slice, page.toBytes(), time())), changes);
  }

  private RecordChange change() {
    return new RecordChange(
        text(), one(RecordChange.Change.values()), one(RecordChange.Reason.values()));
  }

  private StateScope scope() {
    return switch (random.nextInt(3)) {
      case 0 -> streamState();
      case 1 -> new StateScope.Global(orNull(object(2)), some(this::streamState));
      default -> new StateScope.Legacy(object(2));
    };
  }

  private StateScope.OneStream streamState() {
    return new StateScope.OneStream(name(), orNull(withNull(object(2))));
  }

  private @Nullable StateStats stats() {
    return orNull(new StateStats(orNull(number()), orNull(number()), unknown()));
  }

  private Map<String, @Nullable Object> unknown() {
    return random.nextInt(4) == 0 ? withNull(new LinkedHashMap<>(Map.of("id", 5L))) : Map.of();
  }

  private Message.Spec spec() {
    return new Message.Spec(
        new ConnectorSpec(orNull(text()), object(3), orNull(object(2))),
        orNull(text()),
        orNull(random.nextBoolean()),
        random.nextBoolean(),
        random.nextBoolean(),
        some(() -> one(DestinationSyncMode.values())),
        orNull(object(2)),
        orNull(text()));
  }

  Stream stream() {
    return new Stream(
        name(),
        object(3),
        random.nextBoolean() ? EnumSet.allOf(SyncMode.class) : EnumSet.of(SyncMode.INCREMENTAL),
        orNull(random.nextBoolean()),
        some(this::text),
        some(() -> some(this::text)),
        random.nextBoolean(),
        random.nextBoolean());
  }

  SyncCatalog catalog() {
    return new SyncCatalog(
        some(() ->
            new SyncCatalog.Entry(
                stream(),
                one(SyncMode.values()),
                one(DestinationSyncMode.values()),
                some(this::text),
                some(() -> some(this::text)),
                orNull(text()),
                orNull(number()),
                orNull(number()),
                orNull(number()),
                orNull(random.nextBoolean()))));
  }

  private DestinationOperation operation() {
    return new DestinationOperation(
        "o" + text(), one(DestinationSyncMode.values()), object(2), some(() -> some(this::text)));
  }

  private Message.Failure failure() {
    return new Message.Failure(
        text(),
        orNull(text()),
        orNull(text()),
        orNull(one(FailureType.values())),
        orNull(name()),
        time());
  }

  private StreamName name() {
    return new StreamName(orNull(text()), random.nextInt(3) == 0 ? "s" + text() : "orders");
  }

  private String text() {
    String[] pieces = {
      "a", "B", "é", "€", "😀", "\"", "\\", "\n", "\t", " ", "{", "}", "\u0001", "0"
    };
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(6);
    for (int i = 0; i < length; i++) {
      text.append(one(pieces));
    }
    return text.toString();
  }

  /// An object whose own fields are never null: those are left out on the wire.
  private Map<String, @Nullable Object> object(int depth) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    int fields = random.nextInt(5);
    for (int i = 0; i < fields; i++) {
      Object value = value(depth - 1);
      object.put("f" + i + text(), value == null ? 1L : value);
    }
    return object;
  }

  private @Nullable Object value(int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> random.nextLong();
      case 3 -> random.nextInt(1000) / 8.0;
      case 4, 5 -> text();
      case 6 -> withNull(object(depth));
      default -> {
        List<@Nullable Object> list = new ArrayList<>();
        list.add(value(depth - 1));
        yield list;
      }
    };
  }

  private Map<String, @Nullable Object> withNull(Map<String, @Nullable Object> object) {
    if (random.nextInt(3) == 0) {
      object.put("nothing", null);
    }
    return object;
  }

  private long number() {
    return random.nextInt(1_000_000);
  }

  private long time() {
    return 1_700_000_000_000L + number();
  }

  private <T> @Nullable T orNull(T value) {
    return random.nextBoolean() ? value : null;
  }

  private <T> T one(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> List<T> some(Supplier<T> maker) {
    List<T> list = new ArrayList<>();
    int count = random.nextInt(3);
    for (int i = 0; i < count; i++) {
      list.add(maker.get());
    }
    return list;
  }
}
