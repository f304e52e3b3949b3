package dev.godwit.protocol.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.JsonRows;
import dev.godwit.core.RowFile;
import dev.godwit.core.Slice;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonNulls;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.message.RecordChange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessageReaderTest {
  private static final String STATE =
      "{\"type\":\"STATE\",\"state\":{\"type\":\"STREAM\",\"stream\":{\"stream_descriptor\":{\"name\":\"a\"},\"stream_state\":{\"n\":1}}}}\n";

  private static String record(String stream, String data) {
    return "{\"type\":\"RECORD\",\"record\":{\"stream\":\"%s\",\"data\":%s,\"emitted_at\":7}}\n"
        .formatted(stream, data);
  }

  private static Message.Rows rows(Message message) {
    return (Message.Rows) message;
  }

  @Test
  void recordsOfAStreamComeAsOneBatchInTheBytesThatWereRead() {
    List<Message> messages = Wire.read(record("a", "{\"n\":1.10}") + record("a", "{\"n\":2}"));
    assertThat(messages).hasSize(1);
    JsonRows rows = rows(messages.getFirst()).rows();
    assertThat(rows.rows()).isEqualTo(2);
    assertThat(rows.text(0)).isEqualTo("{\"n\":1.10}");
    assertThat(rows.text(1)).isEqualTo("{\"n\":2}");
    assertThat(rows.emittedAt()).isEqualTo(7);
    assertThat(new String(rows.page(), StandardCharsets.UTF_8)).startsWith("{\"type\":\"RECORD\"");
  }

  @Test
  void streamsThatAlternateAreTwoBatchesOverOnePage() {
    String both = record("a", "{\"n\":1}") + record("b", "{\"n\":2}");
    List<Message> messages = Wire.read(both + both);
    assertThat(Wire.words(messages))
        .containsExactly("a {\"n\":1}", "a {\"n\":1}", "b {\"n\":2}", "b {\"n\":2}");
    assertThat(rows(messages.get(0)).rows().page()).isSameAs(rows(messages.get(1)).rows().page());
  }

  @Test
  void rowsComeBeforeTheStateThatFollowsThem() {
    String row = record("a", "{}");
    List<Message> messages = Wire.read(row + row + STATE + row + STATE);
    assertThat(messages)
        .extracting(message -> message.getClass().getSimpleName())
        .containsExactly("Rows", "State", "Rows", "State");
    assertThat(rows(messages.getFirst()).rows().rows()).isEqualTo(2);
  }

  @Test
  void logLinesDoNotPartBatches() {
    String row = record("a", "{}");
    List<Message> messages = Wire.read(row + "hello\n" + row);
    assertThat(messages)
        .extracting(message -> message.getClass().getSimpleName())
        .containsExactly("Log", "Rows");
    assertThat(rows(messages.get(1)).rows().rows()).isEqualTo(2);
  }

  @Test
  void namespacesTellStreamsApart() {
    String spaced =
        "{\"type\":\"RECORD\",\"record\":{\"namespace\":\"x\",\"stream\":\"a\",\"data\":{},\"emitted_at\":7}}\n";
    List<Message> messages = Wire.read(spaced + record("a", "{}"));
    assertThat(messages)
        .extracting(message -> rows(message).stream())
        .containsExactly(new StreamName("x", "a"), StreamName.of("a"));
  }

  @Test
  void aNameIsTheSameHoweverItIsSpelt() {
    List<Message> messages =
        Wire.read(record("ab", "{\"n\":1}") + record("a\\u0062", "{\"n\":2}") + record("ab", "{}"));
    assertThat(messages).hasSize(1);
    assertThat(Wire.words(messages)).containsExactly("ab {\"n\":1}", "ab {\"n\":2}", "ab {}");
  }

  @Test
  void manyStreamsAreToldApart() {
    String text =
        IntStream.range(0, 3_000)
            .mapToObj(i -> record("stream" + i, "{\"n\":" + i + "}"))
            .collect(Collectors.joining());
    List<String> words = Wire.words(Wire.read(text + text));
    assertThat(words).hasSize(6_000);
    for (int i = 0; i < 3_000; i++) {
      assertThat(words).contains("stream" + i + " {\"n\":" + i + "}");
    }
  }

  @Test
  void whiteSpaceIsTakenOutOfRowsAndNotOutOfTexts() {
    List<Message> messages =
        Wire.read(
            "{ \"type\" : \"RECORD\", \"record\": {\"stream\": \"a\", \"data\": {\"n\": 1, \"t\":"
                + " \"x  y\", \"l\": [1, 2]}, \"emitted_at\": 7}}\r\n"
                + record("a", "{\"n\":2}"));
    assertThat(Wire.words(messages))
        .containsExactly("a {\"n\":1,\"t\":\"x  y\",\"l\":[1,2]}", "a {\"n\":2}");
  }

  @Test
  void whereNullsLieIsKnownThoughStatesComeBetween() {
    String rows = record("a", "{\"n\":null,\"m\":1}") + record("b", "{\"n\":{\"x\":null}}");
    List<Message> messages = Wire.read(rows + STATE + record("a", "{\"m\":2,\"n\":null}"));
    List<String> kept =
        messages.stream()
            .filter(message -> message instanceof Message.Rows)
            .map(message -> withoutNulls(rows(message).rows()))
            .toList();
    assertThat(kept).containsExactly("{\"m\":1}", "{\"n\":{\"x\":null}}", "{\"m\":2}");
    assertThat(rows(messages.getFirst()).rows().firstNull(0)).isZero();
  }

  private static String withoutNulls(JsonRows rows) {
    JsonBuffer buffer = new JsonBuffer();
    new JsonNulls().copyWithout(rows, 0, buffer);
    return buffer.toString();
  }

  @Test
  void filesAndChangesStayWithTheirRows() {
    String row =
        "{\"type\":\"RECORD\",\"record\":{\"stream\":\"a\",\"data\":{},\"emitted_at\":7,\"file_reference\":{\"staging_file_url\":\"/s/f\",\"source_file_relative_path\":\"f\",\"file_size_bytes\":3.0},\"meta\":{\"changes\":[{\"field\":\"x\",\"change\":\"NULLED\",\"reason\":\"SOURCE_RETRIEVAL_ERROR\"},{\"field\":\"y\",\"change\":\"SWAPPED\",\"reason\":\"WHIM\"}]}}}\n";
    Message.Rows rows = rows(Wire.read(record("a", "{}") + row).getFirst());
    assertThat(rows.rows().file(0)).isNull();
    assertThat(rows.rows().file(1)).isEqualTo(new RowFile("/s/f", "f", 3));
    assertThat(rows.changes())
        .isEqualTo(
            Map.of(
                1,
                List.of(
                    new RecordChange(
                        "x",
                        RecordChange.Change.NULLED,
                        RecordChange.Reason.SOURCE_RETRIEVAL_ERROR))));
  }

  @Test
  void rowsCanBePutIntoAnotherSlice() {
    Message.Rows rows = rows(Wire.read(record("a", "{\"n\":1}")).getFirst());
    Slice slice = new Slice(StreamName.of("b"), 3, Map.of(), Map.of(), Map.of());
    JsonRows moved = rows.rows().in(slice);
    assertThat(moved.slice()).isSameAs(slice);
    assertThat(moved.text(0)).isEqualTo("{\"n\":1}");
    assertThat(moved.page()).isSameAs(rows.rows().page());
  }

  /// Else a row would wait for the next one, however long that takes.
  @Test
  void aRowIsHandedOutThoughTheInputStaysOpen() throws IOException {
    try (PipedInputStream in = new PipedInputStream(1 << 16);
        PipedOutputStream pipe = new PipedOutputStream(in)) {
      MessageReader reader = new MessageReader(in, Limits.DEFAULT, Wire.CLOCK);
      for (int i = 0; i < 3; i++) {
        String text = record("a", "{\"n\":" + i + "}") + "{\"type\":\"REC";
        pipe.write(text.substring(i == 0 ? 0 : 12).getBytes(StandardCharsets.UTF_8));
        pipe.flush();
        assertThat(rows(reader.next()).rows().text(0)).isEqualTo("{\"n\":" + i + "}");
      }
    }
  }

  @Test
  void pagesThatWereHandedOutAreNeverWrittenOver() {
    String text =
        IntStream.range(0, 5_000)
            .mapToObj(i -> record("a", "{ \"n\": " + i + "}"))
            .collect(Collectors.joining());
    List<Message> messages =
        Wire.read(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            new Limits(4096, 8192, 64));
    assertThat(messages).hasSizeGreaterThan(10);
    assertThat(Wire.words(messages))
        .containsExactlyElementsOf(
            IntStream.range(0, 5_000).mapToObj(i -> "a {\"n\":" + i + "}").toList());
  }

  @Test
  void anInputThatBreaksIsAnErrorAfterWhatItGave() {
    byte[] bytes = record("a", "{}").getBytes(StandardCharsets.UTF_8);
    InputStream broken = new Pieces(bytes, new Random(1), 100, true);
    MessageReader reader = new MessageReader(broken, Limits.DEFAULT, Wire.CLOCK);
    assertThat(rows(reader.next()).rows().rows()).isOne();
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(reader::next)
          .isInstanceOfSatisfying(
              GodwitException.class,
              error -> {
                assertThat(error.code()).isEqualTo("protocol.input");
                assertThat(error.kind()).isEqualTo(ErrorKind.SYSTEM);
              });
    }
  }
}
