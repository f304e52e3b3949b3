package dev.godwit.protocol.write;

import static dev.godwit.protocol.write.Script.entry;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.protocol.message.DestinationSyncMode;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.wire.SyncCatalog;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Timeout;

/// A destination that is sent messages.
@Timeout(30)
abstract class Writing {
  static final StreamName ORDERS = new StreamName(null, "orders");

  final Shelf shelf = new Shelf();
  final List<Message> out = new ArrayList<>();

  boolean run(SyncCatalog catalog, Message... messages) {
    Iterator<Message> each = List.of(messages).iterator();
    return new WriteRun(catalog, shelf, null, out::add, Clock.systemUTC())
        .run(() -> each.hasNext() ? each.next() : null);
  }

  static SyncCatalog truncating(DestinationSyncMode mode, long generation) {
    return new SyncCatalog(List.of(entry("orders", mode, generation, generation)));
  }

  List<Message.State> states() {
    return out.stream()
        .filter(Message.State.class::isInstance)
        .map(Message.State.class::cast)
        .toList();
  }

  List<Message.Failure> failures() {
    return out.stream()
        .filter(Message.Failure.class::isInstance)
        .map(Message.Failure.class::cast)
        .toList();
  }
}
