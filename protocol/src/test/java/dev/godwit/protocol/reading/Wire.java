package dev.godwit.protocol.reading;

import dev.godwit.core.JsonRows;
import dev.godwit.core.RowFile;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.wire.MessageWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Messages as text and back.
final class Wire {
  static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(42), ZoneOffset.UTC);

  private Wire() {}

  static List<Message> read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  static List<Message> read(byte[] bytes) {
    return read(new ByteArrayInputStream(bytes), Limits.DEFAULT);
  }

  static List<Message> read(InputStream in, Limits limits) {
    MessageReader reader = new MessageReader(in, limits, CLOCK);
    List<Message> messages = new ArrayList<>();
    for (Message next = reader.next(); next != null; next = reader.next()) {
      messages.add(next);
    }
    return messages;
  }

  static String write(Message message) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MessageWriter writer = new MessageWriter(out)) {
      writer.write(message);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /// Everything but lines of the log, a word for each message, rows one by one: what does not
  /// depend on how the bytes arrived.
  static List<String> words(List<Message> messages) {
    List<String> words = new ArrayList<>();
    for (Message message : messages) {
      if (message instanceof Message.Rows rows) {
        words.addAll(words(rows));
      } else if (!(message instanceof Message.Log)) {
        words.add(message.toString());
      }
    }
    return words;
  }

  private static List<String> words(Message.Rows message) {
    JsonRows rows = message.rows();
    List<String> words = new ArrayList<>();
    for (int row = 0; row < rows.rows(); row++) {
      RowFile file = rows.file(row);
      words.add(
          "%s %s%s%s"
              .formatted(
                  message.stream(),
                  rows.text(row),
                  file == null ? "" : " " + file,
                  message.changes().containsKey(row) ? " " + message.changes().get(row) : ""));
    }
    return words;
  }

  static List<String> logs(List<Message> messages) {
    List<String> logs = new ArrayList<>();
    for (Message message : messages) {
      if (message instanceof Message.Log log) {
        logs.add(log.level() + " " + log.text());
      }
    }
    return logs;
  }
}
