package dev.godwit.protocol.reading;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonKey;
import dev.godwit.core.json.JsonKind;
import dev.godwit.core.json.JsonWalker;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Walks over a message once, checks its grammar, and tells where the parts of a RECORD lie, in
/// whatever order they come. Of equal keys the last one counts. It allocates nothing per message.
/// For one thread.
final class RecordLine {
  private static final JsonKey RECORD = new JsonKey("RECORD");
  private static final byte[] NOTHING = {};

  private final JsonWalker walker = new JsonWalker(NOTHING, 0, 0);
  private final RecordPart type = new RecordPart("type");
  private final RecordPart record = new RecordPart("record");
  private final RecordPart stream = new RecordPart("stream");
  private final RecordPart namespace = new RecordPart("namespace");
  private final RecordPart data = new RecordPart("data");
  private final RecordPart emittedAt = new RecordPart("emitted_at");
  private final RecordPart meta = new RecordPart("meta");
  private final RecordPart file = new RecordPart("file_reference");
  private final RecordPart[] ofRecord = {stream, namespace, data, emittedAt, meta, file};
  private final RecordHead head = new RecordHead(type, stream, namespace, emittedAt, meta, file);
  private byte[] page = NOTHING;
  private int end;
  private int begin;
  private int firstNull;
  private int nullEnd;
  private boolean compact;
  private boolean onOneLine;

  /// Goes on with another text, and forgets all nulls.
  void reset(byte[] otherPage, int start, int otherEnd) {
    page = otherPage;
    end = otherEnd;
    walker.reset(otherPage, start, otherEnd);
  }

  /// Goes on with the same text, of which more is there.
  void extend(int otherEnd) {
    end = otherEnd;
    walker.extend(otherEnd);
  }

  /// Walks over the message whose brace is exactly here.
  ///
  /// @return the position after it
  /// @throws GodwitException SYSTEM `json.syntax` when it is not JSON
  int walk(int position) {
    begin = position;
    for (RecordPart part : ofRecord) {
      part.clear();
    }
    int gaps = walker.gaps();
    int row = head.find(page, position, end);
    int after;
    if (row < 0) {
      type.clear();
      record.clear();
      after = message(walker.first(position, '}'));
    } else {
      int afterRow = row(row);
      data.set(row, afterRow);
      after = message(walker.following(members(walker.following(afterRow, '}')), '}'));
    }
    onOneLine = walker.gaps() == gaps || !hasLineBreak(position, after);
    return after;
  }

  /// Goes on with the fields of the message, at one of them or behind the last.
  private int message(int member) {
    int i = member;
    while (i >= 0) {
      int keyEnd = walker.key(i);
      RecordPart part = part(i, keyEnd);
      int value = walker.colon(keyEnd);
      int end = part == record ? record(value) : walker.value(value);
      if (part == type || part == record) {
        part.set(value, end);
      }
      i = walker.following(end, '}');
    }
    return walker.after();
  }

  private int record(int position) {
    for (RecordPart part : ofRecord) {
      part.clear();
    }
    return walker.at(position) == '{'
        ? members(walker.first(position, '}'))
        : walker.value(position);
  }

  /// Goes on with the fields of the record, at one of them or behind the last.
  private int members(int member) {
    int i = member;
    while (i >= 0) {
      int keyEnd = walker.key(i);
      RecordPart part = part(i, keyEnd);
      int value = walker.colon(keyEnd);
      if (part == data && !data.isPresent() && !hasLineBreak(begin, value)) {
        head.learn(page, begin, value);
      }
      int end = part == data ? row(value) : walker.value(value);
      if (part != null) {
        part.set(value, end);
      }
      i = walker.following(end, '}');
    }
    return walker.after();
  }

  private int row(int position) {
    int gaps = walker.gaps();
    firstNull = walker.nullEnd();
    int end = walker.value(position);
    nullEnd = walker.nullEnd();
    compact = walker.gaps() == gaps;
    return end;
  }

  private @Nullable RecordPart part(int start, int end) {
    RecordPart likely =
        switch (end - start - 2) {
          case 4 ->
              switch (page[start + 1]) {
                case 't' -> type;
                case 'd' -> data;
                default -> meta;
              };
          case 6 -> page[start + 1] == 'r' ? record : stream;
          case 9 -> namespace;
          case 10 -> emittedAt;
          default -> file;
        };
    return likely.isKey(page, start, end) ? likely : unlikely(start, end);
  }

  /// Keys that no message has, and keys with escapes.
  private @Nullable RecordPart unlikely(int start, int end) {
    if (type.isKey(page, start, end)) {
      return type;
    }
    if (record.isKey(page, start, end)) {
      return record;
    }
    for (RecordPart part : ofRecord) {
      if (part.isKey(page, start, end)) {
        return part;
      }
    }
    return null;
  }

  private boolean hasLineBreak(int from, int to) {
    for (int i = from; i < to; i++) {
      if (page[i] == '\n') {
        return true;
      }
    }
    return false;
  }

  /// Whether no line break stands between the tokens of the message.
  boolean isOnOneLine() {
    return onOneLine;
  }

  boolean isRecord() {
    return type.is(JsonKind.STRING, page) && RECORD.matches(page, type.start(), type.end());
  }

  RecordPart stream() {
    return stream;
  }

  RecordPart namespace() {
    return namespace;
  }

  RecordPart data() {
    return data;
  }

  RecordPart emittedAt() {
    return emittedAt;
  }

  RecordPart meta() {
    return meta;
  }

  RecordPart file() {
    return file;
  }

  /// Whether no white space stands between the tokens of the row.
  boolean isCompact() {
    return compact;
  }

  /// Index in {@link #nulls} of the row's first field that is null.
  int firstNull() {
    return firstNull;
  }

  /// The index in {@link #nulls} after the row's last field that is null.
  int nullEnd() {
    return nullEnd;
  }

  /// The places of all null fields since the last {@link #reset}.
  int[] nulls() {
    return Arrays.copyOf(walker.nulls(), walker.nullEnd());
  }
}
