package dev.godwit.python;

import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A message between Godwit and the program: an object of JSON, and bytes.
record Frame(Map<String, @Nullable Object> head, byte[] body) {
  static final byte[] NO_BODY = {};

  /// Bytes of the largest part that is believed to be one.
  private static final int LARGEST = 1 << 30;

  void write(DataOutputStream target) throws IOException {
    byte[] text = JsonWriter.bytes(head);
    target.writeInt(text.length);
    target.writeInt(body.length);
    target.write(text);
    target.write(body);
    target.flush();
  }

  /// The next message.
  ///
  /// @throws IOException also when there is none
  @SuppressWarnings("unchecked")
  static Frame read(DataInputStream source) throws IOException {
    int headLength = source.readInt();
    int bodyLength = source.readInt();
    if (headLength < 0 || headLength > LARGEST || bodyLength < 0 || bodyLength > LARGEST) {
      throw new IOException("a message of %d and %d bytes".formatted(headLength, bodyLength));
    }
    byte[] text = new byte[headLength];
    byte[] body = new byte[bodyLength];
    source.readFully(text);
    source.readFully(body);
    return JsonParser.LENIENT.parse(text) instanceof Map<?, ?> head
        ? new Frame((Map<String, @Nullable Object>) head, body)
        : new Frame(Map.of(), body);
  }

  boolean has(String name) {
    return head.get(name) != null;
  }

  String text(String name) {
    return head.get(name) instanceof String text ? text : "";
  }

  /// An object in the head; empty where there is none.
  @SuppressWarnings("unchecked")
  Map<String, @Nullable Object> object(String name) {
    return head.get(name) instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
  }
}
