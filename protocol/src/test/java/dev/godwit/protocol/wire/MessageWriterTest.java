package dev.godwit.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.log.Log;
import dev.godwit.protocol.message.Message;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageWriterTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final MessageWriter writer = new MessageWriter(out);

  private static JsonRows rows(StreamName stream, String... rows) {
    JsonRows.Builder builder = new JsonRows.Builder();
    StringBuilder page = new StringBuilder();
    for (String row : rows) {
      int start = page.length();
      page.append(row);
      builder.add(start, page.length());
    }
    Slice slice = new Slice(stream, 0, Map.of(), Map.of(), Map.of());
    byte[] bytes = page.toString().getBytes(StandardCharsets.UTF_8);
    return Objects.requireNonNull(builder.build(slice, bytes, 7));
  }

  private List<String> lines() {
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void aRowKeepsItsBytes() {
    StreamName stream = StreamName.of("a");
    writer.rows(stream, rows(stream, "{\"n\":1.10,\"big\":100000000000000000000000}"));
    writer.flush();
    assertThat(lines())
        .containsExactly(
            "{\"type\":\"RECORD\",\"record\":{\"stream\":\"a\",\"data\":{\"n\":1.10,\"big\":100000000000000000000000},"
                + "\"emitted_at\":7}}");
  }

  @Test
  void namesAreEscaped() {
    StreamName stream = new StreamName("n\"s", "a\\b");
    writer.rows(stream, rows(stream, "{}"));
    writer.flush();
    assertThat(parse(lines().getFirst()).get("record"))
        .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
        .containsEntry("stream", "a\\b")
        .containsEntry("namespace", "n\"s");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> parse(String line) {
    return (Map<String, @Nullable Object>) Objects.requireNonNull(JsonParser.STRICT.parse(line));
  }

  @Test
  void lineBreaksInTextsDoNotBreakTheLine() {
    writer.write(Message.Log.of(Log.Level.WARN, "one\ntwo\u2028three"));
    assertThat(lines()).hasSize(1);
    assertThat(parse(lines().getFirst()))
        .isEqualTo(
            Map.of(
                "type", "LOG", "log", Map.of("level", "WARN", "message", "one\ntwo\u2028three")));
  }

  @Test
  void messagesOfManyThreadsAreNeverTorn() throws InterruptedException {
    StreamName stream = StreamName.of("a");
    JsonRows batch = rows(stream, "{\"x\":\"" + "y".repeat(500) + "\"}", "{}");
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                for (int i = 0; i < 100; i++) {
                  writer.rows(stream, batch);
                  writer.write(Message.Log.of(Log.Level.INFO, "between"));
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    writer.close();
    assertThat(lines()).hasSize(2_400);
    assertThat(lines()).allSatisfy(line -> assertThat(parse(line)).containsKey("type"));
  }

  @Test
  void closingWritesWhatIsLeft() {
    StreamName stream = StreamName.of("a");
    writer.rows(stream, rows(stream, "{}", "{}"));
    assertThat(lines()).isEmpty();
    writer.close();
    assertThat(lines()).hasSize(2);
  }

  @Test
  void aRowThatIsNoJsonLeavesNoTornMessageBehind() {
    StreamName stream = StreamName.of("a");
    JsonRows rows = rows(stream, "{\"good\":1}", "{\"bad\":01}");
    assertThatThrownBy(() -> writer.rows(stream, rows)).isInstanceOf(GodwitException.class);
    writer.write(Message.Log.of(Log.Level.INFO, "after"));
    assertThat(lines()).hasSize(2).allSatisfy(line -> assertThat(parse(line)).containsKey("type"));
  }
}
