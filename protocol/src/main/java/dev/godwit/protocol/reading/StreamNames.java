package dev.godwit.protocol.reading;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.json.JsonKind;
import dev.godwit.core.json.JsonPiece;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the stream of a record by the bytes of its name, so that no text is made per record. For
/// one thread.
final class StreamNames {
  /// More spellings than any source has; beyond them, all are learnt anew.
  private static final int MOST = 1 << 15;

  private static final byte[] NONE = {};

  private @Nullable Spelling[] slots = new @Nullable Spelling[64];
  private final Map<StreamName, StreamRows> streams = new HashMap<>();
  private int count;
  private @Nullable Spelling last;

  @SuppressWarnings("ArrayRecordComponent") // the record is never compared
  private record Spelling(byte[] stream, byte[] namespace, StreamRows rows) {
    boolean matches(byte[] page, int start, int end, int namespaceStart, int namespaceEnd) {
      return Arrays.equals(stream, 0, stream.length, page, start, end)
          && Arrays.equals(namespace, 0, namespace.length, page, namespaceStart, namespaceEnd);
    }
  }

  /// The rows of a record's stream, always the same object for a stream; null when the record names
  /// none.
  @Nullable StreamRows find(byte[] page, RecordLine line) {
    RecordPart stream = line.stream();
    RecordPart namespace = line.namespace();
    if (!stream.is(JsonKind.STRING, page)) {
      return null;
    }
    int start = stream.start();
    int end = stream.end();
    boolean named = namespace.is(JsonKind.STRING, page);
    int namespaceStart = named ? namespace.start() : 0;
    int namespaceEnd = named ? namespace.end() : 0;
    Spelling known = last;
    if (known == null || !known.matches(page, start, end, namespaceStart, namespaceEnd)) {
      known = end - start == 2 ? null : spelling(page, start, end, namespaceStart, namespaceEnd);
      last = known;
    }
    return known == null ? null : known.rows;
  }

  private Spelling spelling(byte[] page, int start, int end, int from, int to) {
    int mask = slots.length - 1;
    int at = (31 * hash(page, start, end) + hash(page, from, to)) & mask;
    for (Spelling known = slots[at]; known != null; known = slots[at]) {
      if (known.matches(page, start, end, from, to)) {
        return known;
      }
      at = (at + 1) & mask;
    }
    if (2 * (count + 1) > slots.length) {
      makeRoom();
      return spelling(page, start, end, from, to);
    }
    StreamName name =
        new StreamName(
            from == to ? null : String.valueOf(JsonPiece.read(page, from, to)),
            String.valueOf(JsonPiece.read(page, start, end)));
    Spelling learnt =
        new Spelling(
            Arrays.copyOfRange(page, start, end),
            from == to ? NONE : Arrays.copyOfRange(page, from, to),
            rows(name));
    slots[at] = learnt;
    count++;
    return learnt;
  }

  /// The rows of a stream.
  StreamRows rows(StreamName name) {
    return streams.computeIfAbsent(name, StreamRows::new);
  }

  private void makeRoom() {
    @Nullable Spelling[] old = slots;
    slots = new @Nullable Spelling[4 * old.length];
    count = 0;
    for (Spelling spelling : old) {
      if (spelling != null) {
        put(spelling);
      }
    }
  }

  /// Forgets all streams when there are more than can be meant. No stream may have rows.
  void trim() {
    if (count > MOST) {
      slots = new @Nullable Spelling[64];
      count = 0;
      last = null;
      streams.clear();
    }
  }

  private void put(Spelling spelling) {
    int mask = slots.length - 1;
    byte[] stream = spelling.stream;
    byte[] namespace = spelling.namespace;
    int at = (31 * hash(stream, 0, stream.length) + hash(namespace, 0, namespace.length)) & mask;
    while (slots[at] != null) {
      at = (at + 1) & mask;
    }
    slots[at] = spelling;
    count++;
  }

  private static int hash(byte[] bytes, int from, int to) {
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash ^ (hash >>> 15);
  }
}
