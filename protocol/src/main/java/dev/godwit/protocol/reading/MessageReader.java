package dev.godwit.protocol.reading;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.json.JsonParser;
import dev.godwit.protocol.message.LogLevel;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.wire.Damage;
import dev.godwit.protocol.wire.Fields;
import dev.godwit.protocol.wire.MessageWire;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// Reads what a connector prints, or what is printed to one. For one thread.
///
/// Rows stay in the bytes that they were read into. Those that follow each other come as one
/// message for each stream, in their order, and before any state or status that followed them; only
/// log lines and estimates may overtake them. Nothing is held back while the input has no more:
/// waiting begins when all that was read has been handed out.
///
/// A line that is no message is a line of the log. A record or a state that cannot be read is an
/// error, since it must not get lost.
public final class MessageReader {
  private final Limits limits;
  private final LinePages pages;
  private final RecordLine line = new RecordLine();
  private final RowGathering rows;
  private final Queue<Message> ready = new ArrayDeque<>();
  private boolean over;
  private @Nullable GodwitException failure;

  /// A reader of UTF-8.
  ///
  /// @param clock tells the time of records that have none
  public MessageReader(InputStream in, Limits limits, Clock clock) {
    this.limits = limits;
    this.pages = new LinePages(in, limits);
    this.rows = new RowGathering(clock);
    line.reset(pages.page(), 0, 0);
  }

  /// The next message; waits for it. Null when the input has ended.
  ///
  /// @throws GodwitException SYSTEM `protocol.input` when the input cannot be read, CONTRACT
  ///   `protocol.damaged` when a record or a state is not what the protocol demands, CONTRACT
  ///   `protocol.too-long` when a message is longer than may be; each time from then on
  public @Nullable Message next() {
    while (ready.isEmpty()) {
      if (failure != null) {
        throw failure;
      }
      if (over) {
        return null;
      }
      try {
        step();
      } catch (GodwitException e) {
        flush();
        failure = e;
      }
    }
    return ready.poll();
  }

  private void step() {
    if (pages.hasLine()) {
      read(pages.page());
    } else if (pages.hasEnded()) {
      flush();
      over = true;
    } else if (pages.isFull()) {
      makeRoom();
    } else if (!rows.isEmpty() && !pages.isReady()) {
      flush();
    } else {
      pages.read();
      line.extend(pages.end());
    }
  }

  private void flush() {
    if (!rows.isEmpty()) {
      rows.flush(pages.page(), line.nulls(), ready);
      pages.give();
    }
    line.reset(pages.page(), pages.start(), pages.end());
  }

  private void makeRoom() {
    flush();
    if (!pages.isOneLine()) {
      pages.turn();
    } else if (RawLine.isJson(pages.page(), pages.start(), pages.filled())) {
      if (pages.isTooLong()) {
        throw tooLong();
      }
      pages.grow();
    } else {
      text(pages.filled());
      pages.skip();
    }
    line.reset(pages.page(), pages.start(), pages.end());
  }

  private void read(byte[] page) {
    int start = RawLine.afterBlanks(page, pages.start(), pages.end());
    if (start == pages.end()) {
      pages.move(start);
    } else if (page[start] == '\n') {
      pages.move(start + 1);
    } else if (page[start] == '{') {
      read(page, start);
    } else {
      wholeLine(page);
    }
  }

  private void read(byte[] page, int start) {
    int after;
    boolean isRow;
    try {
      after = line.walk(start);
      isRow = line.isOnOneLine() && line.isRecord() && rows.add(page, line);
    } catch (GodwitException notStrictJson) {
      readLenient(page, start);
      return;
    }
    if (!line.isOnOneLine()) {
      readLenient(page, start);
    } else if (after - start > limits.line()) {
      throw tooLong();
    } else if (isRow || take(JsonParser.LENIENT.parse(page, start, after))) {
      pages.move(after < pages.end() && page[after] == '\n' ? after + 1 : after);
    } else {
      wholeLine(page);
    }
  }

  /// A line with a brace that is no JSON, or none that is strict.
  private void readLenient(byte[] page, int start) {
    int end = RawLine.end(page, start, pages.end());
    Object value;
    try {
      value = JsonParser.LENIENT.parse(page, start, end);
    } catch (GodwitException notJson) {
      String type = RawLine.typeOfTorn(page, start, end);
      if (type == null) {
        wholeLine(page);
      } else if (pages.hasEnded() && end == pages.end()) {
        ready.add(
            new Message.Log(LogLevel.WARN, "The input ends inside a " + type + " message.", null));
        pages.move(end);
      } else {
        throw Damage.of(type, notJson.message());
      }
      return;
    }
    if (take(value)) {
      pages.move(end);
    } else {
      wholeLine(page);
    }
  }

  /// Takes a message that was read as plain values.
  ///
  /// @return whether it is one
  private boolean take(@Nullable Object value) {
    Fields fields = Fields.of(value);
    if ("RECORD".equals(fields.text("type"))) {
      flush();
      Message.Rows row = rows.alone(fields.fields("record"));
      if (row == null) {
        throw Damage.of("RECORD", "it lacks its stream or its data");
      }
      ready.add(row);
      return true;
    }
    Message message = MessageWire.read(fields);
    if (message == null) {
      return false;
    }
    if (comesAfterRows(message)) {
      flush();
    }
    ready.add(message);
    return true;
  }

  private static boolean comesAfterRows(Message message) {
    return switch (message) {
      case Message.Log _, Message.Estimate _, Message.Analytics _ -> false;
      case Message.Rows _,
          Message.State _,
          Message.Spec _,
          Message.ConnectionStatus _,
          Message.Catalog _,
          Message.DestinationCatalog _,
          Message.Failure _,
          Message.StreamStatus _,
          Message.Control _ ->
          true;
    };
  }

  private void wholeLine(byte[] page) {
    int end = RawLine.end(page, pages.start(), pages.end());
    text(end);
    pages.move(end);
  }

  /// Takes what stands between here and a position as a line of the log.
  private void text(int end) {
    String text = RawLine.text(pages.page(), pages.start(), end, limits.text());
    if (!text.isEmpty()) {
      ready.add(new Message.Log(LogLevel.INFO, text, null));
    }
  }

  private GodwitException tooLong() {
    GodwitException error =
        GodwitException.contract(
            "protocol.too-long", "A message is longer than " + limits.line() + " bytes.");
    String stream = RawLine.streamOfTorn(pages.page(), pages.start(), pages.filled());
    return stream == null ? error : error.at(Place.stream(stream));
  }
}
