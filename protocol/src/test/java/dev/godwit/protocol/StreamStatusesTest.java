package dev.godwit.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.sync.SyncEvent;
import dev.godwit.protocol.wire.MessageWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class StreamStatusesTest {
  /// As the reference prints it, key by key.
  @Test
  void aStreamThatWaitsForItsApiIsRunningForAReason() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MessageWriter writer = new MessageWriter(out)) {
      Clock clock = Clock.fixed(Instant.ofEpochMilli(1717200000000L), ZoneOffset.UTC);
      new StreamStatuses(writer, clock).on(new SyncEvent.RateLimited(StreamName.of("orders")));
    }
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"type":"TRACE","trace":{"type":"STREAM_STATUS","emitted_at":1717200000000.0,\
            "stream_status":{"stream_descriptor":{"name":"orders"},"status":"RUNNING",\
            "reasons":[{"type":"RATE_LIMITED"}]}}}
            """);
  }
}
