package dev.godwit.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.protocol.wire.MessageWriter;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FlusherTest {
  private static JsonRows row(StreamName stream) {
    JsonRows.Builder builder = new JsonRows.Builder();
    builder.add(0, 2);
    Slice slice = new Slice(stream, 0, Map.of(), Map.of(), Map.of());
    return Objects.requireNonNull(builder.build(slice, "{}".getBytes(StandardCharsets.UTF_8), 7));
  }

  /// Without a flusher the row would stay in the buffer, and the reader wait for ever.
  @Test
  void aRowArrivesThoughNothingFollows() throws IOException {
    StreamName stream = StreamName.of("a");
    try (PipedInputStream reader = new PipedInputStream();
        PipedOutputStream pipe = new PipedOutputStream(reader)) {
      MessageWriter writer = new MessageWriter(pipe);
      try (Flusher _ = new Flusher(writer)) {
        writer.rows(stream, row(stream));
        assertThat(reader.read()).isEqualTo('{');
      }
    }
  }
}
