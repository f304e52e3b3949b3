package dev.godwit.protocol.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.protocol.message.LogLevel;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.message.StateScope;
import dev.godwit.protocol.message.StateStats;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TolerantReadingTest {
  private static final String ROW =
      "{\"type\":\"RECORD\",\"record\":{\"stream\":\"a\",\"data\":{\"n\":1},\"emitted_at\":7}}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"RECORD\",\"record\":{\"stream\":\"a\",\"data\":{\"n\":1},\"emitted_at\":7}}",
        "{\"record\":{\"emitted_at\":7,\"data\":{\"n\":1},\"stream\":\"a\"},\"type\":\"RECORD\"}",
        "{\"type\":\"RECORD\",\"log\":null,\"state\":null,\"record\":{\"stream\":\"a\",\"namespace\":null,\"data\":{\"n\":1},\"emitted_at\":7,\"meta\":null,\"file_reference\":null}}",
        "{\"type\":\"RECORD\",\"record\":{\"stream\":\"a\",\"data\":{\"n\":1},\"emitted_at\":7.0,\"new\":{\"data\":{}}},\"other\":[1]}",
        "{\"type\":\"LOG\",\"type\":\"RECORD\",\"record\":5,\"record\":{\"stream\":\"b\",\"stream\":\"a\",\"data\":{\"n\":2},\"data\":{\"n\":1},\"emitted_at\":7}}",
        "{\"t\\u0079pe\":\"REC\\u004fRD\",\"record\":{\"str\\u0065am\":\"\\u0061\",\"data\":{\"n\":1},\"emitted_at\":7}}",
        " \t{ \"type\" : \"RECORD\" , \"record\" : { \"stream\" : \"a\" , \"data\" : { \"n\" : 1 }"
            + " , \"emitted_at\" : 7 } } \r",
        "{\"type\":\"RECORD\",\"record\":{\"stream\":\"a\",\"data\":{\"n\":1},\"emitted_at\":\"soon\"}}",
        "{\"type\":\"RECORD\",\"record\":{\"stream\":\"a\",\"data\":{\"n\":1},\"file_reference\":{},\"meta\":{\"changes\":5}}}",
      })
  void aRecordIsUnderstoodInEachSpelling(String line) {
    assertThat(Wire.words(Wire.read(line + "\n"))).containsExactly("a {\"n\":1}");
    assertThat(Wire.words(Wire.read(line))).containsExactly("a {\"n\":1}");
  }

  @Test
  void aRecordWithoutATimeIsOfNow() {
    List<Message> messages =
        Wire.read("{\"type\":\"RECORD\",\"record\":{\"stream\":\"a\",\"data\":{}}}");
    assertThat(messages)
        .singleElement()
        .isInstanceOfSatisfying(
            Message.Rows.class, rows -> assertThat(rows.rows().emittedAt()).isEqualTo(42));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"x\":NaN}|{\"x\":null}",
        "{\"x\":[-Infinity,NaN,NaN]}|{\"x\":[null,null,null]}",
        "{\"x\":1e999}|{\"x\":null}",
        "{\"x\":\"\\ud800\"}|{\"x\":\"\\ud800\"}",
      })
  void valuesThatJsonDoesNotHaveDoNotLoseTheRow(String data, String row) {
    assertThat(Wire.words(Wire.read(ROW + "\n" + ROW.replace("{\"n\":1}", data) + "\n" + ROW)))
        .containsExactly("a {\"n\":1}", "a " + row, "a {\"n\":1}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFF%s\n",
        "\n\n \r\n%s\r\n\r\n",
        "%s",
        "noise\n%s\nnoise",
        "%s {\"type\":\"LOG\",\"log\":{\"level\":\"INFO\",\"message\":\"glued\"}}\n",
        "%s and words after it\n",
      })
  void whatStandsAroundARecordDoesNoHarm(String text) {
    assertThat(Wire.words(Wire.read(text.formatted(ROW)))).containsExactly("a {\"n\":1}");
  }

  @Test
  void aStateWithoutTheMessageAroundItIsAState() {
    String bare =
        "{\"type\":\"STREAM\",\"stream\":{\"stream_descriptor\":{\"name\":\"a\"},"
            + "\"stream_state\":{\"id\":2}},\"sourceStats\":{\"recordCount\":1.0}}";
    assertThat(Wire.read(bare))
        .isEqualTo(Wire.read("{\"type\":\"STATE\",\"state\":" + bare + "}"))
        .singleElement()
        .isInstanceOf(Message.State.class);
  }

  @Test
  void messagesGluedToEachOtherAreTold() {
    assertThat(Wire.words(Wire.read(ROW + ROW + ROW + "\n")))
        .containsExactly("a {\"n\":1}", "a {\"n\":1}", "a {\"n\":1}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain words",
        "{'type': 'RECORD'}",
        "{",
        "{}",
        "{\"level\":\"INFO\",\"message\":\"structured\"}",
        "{\"type\":\"PARTY\",\"party\":{}}",
        "{\"type\":5}",
        "{\"type\":\"TRACE\",\"trace\":{\"type\":\"SMELL\"}}",
        "{\"type\":\"TRACE\",\"trace\":{\"type\":\"STREAM_STATUS\",\"stream_status\":{\"status\":\"STARTED\"}}}",
        "{\"type\":\"CONNECTION_STATUS\",\"connectionStatus\":{\"status\":\"MAYBE\"}}",
        "{\"type\":\"LOG\",\"log\":null}",
        "{\"type\":\"SPEC\"}",
        "{\"a\":1} is what came back",
        "[1, 2]",
        "17",
        "Traceback (most recent call last):",
      })
  void whatIsNoMessageIsALineOfTheLog(String line) {
    assertThat(Wire.read(line + "\n")).containsExactly(new Message.Log(LogLevel.INFO, line, null));
    assertThat(Wire.read(line)).containsExactly(new Message.Log(LogLevel.INFO, line, null));
  }

  @Test
  void bytesThatAreNoTextAreReplacedInTheLog() {
    byte[] line = {'a', 0, (byte) 0xFF, 'b', '\n', '{', (byte) 0xC3, '\n'};
    assertThat(Wire.logs(Wire.read(line))).containsExactly("INFO a\uFFFD\uFFFDb", "INFO {\uFFFD");
  }

  @ParameterizedTest
  @CsvSource({
    "FATAL,FATAL",
    "critical,FATAL",
    "ERROR,ERROR",
    "WARNING,WARN",
    "WARN,WARN",
    "INFO,INFO",
    "DEBUG,DEBUG",
    "TRACE,TRACE",
    "LOUD,INFO",
  })
  void levelsAreKnownByTheirCommonNames(String name, LogLevel level) {
    assertThat(
            Wire.read(
                "{\"type\":\"LOG\",\"log\":{\"level\":\"%s\",\"message\":\"m\",\"stack_trace\":\"s\"}}"
                    .formatted(name)))
        .containsExactly(new Message.Log(level, "m", "s"));
  }

  @Test
  void debugLinesOfTheReferenceAreLinesOfTheLog() {
    assertThat(Wire.read("{\"type\":\"DEBUG\",\"message\":\"m\",\"data\":{}}"))
        .containsExactly(new Message.Log(LogLevel.DEBUG, "m", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"RECORD\"}",
        "{\"type\":\"RECORD\",\"record\":{\"data\":{}}}",
        "{\"type\":\"RECORD\",\"record\":{\"stream\":\"\",\"data\":{}}}",
        "{\"type\":\"RECORD\",\"record\":{\"stream\":5,\"data\":[]}}",
        "{\"type\":\"RECORD\",\"record\":{\"stream\":\"a\"}}",
        "{\"type\":\"RECORD\",\"record\":{\"stream\":\"a\",\"data\":null}}",
        "{\"type\":\"RECORD\",\"record\":{\"stream\":\"a\",\"data\":\"secret\"}}",
        "{\"type\":\"RECORD\",\"record\":{\"stream\":\"a\",\"data\":{\"secret\":01}}}\n",
        "{\"type\": \"RECORD\", \"record\": {\"stream\":\"a\",\"data\":{\"secret\":\"\u0001\"}}}\n",
        "{\"record\":{\"stream\":\"a\",\"data\":{\"secret\":tru}}}\n",
        "{\"type\":\"STATE\"}",
        "{\"type\":\"STATE\",\"state\":{\"type\":\"STREAM\",\"secret\":1}}",
        "{\"type\":\"STATE\",\"state\":{\"type\":\"STREAM\",\"secret\":}\n",
        "{\"type\":\"STATE\",\"state\":{\"type\":\"GLOBAL\",\"global\":{\"stream_states\":[{}]}}}",
      })
  void recordsAndStatesThatCannotBeReadAreErrorsAfterWhatCameBefore(String line) {
    byte[] bytes = (ROW + "\n" + line).getBytes(StandardCharsets.UTF_8);
    MessageReader reader =
        new MessageReader(new ByteArrayInputStream(bytes), Limits.DEFAULT, Wire.CLOCK);
    assertThat(reader.next()).isInstanceOf(Message.Rows.class);
    assertThatThrownBy(reader::next)
        .isInstanceOfSatisfying(
            GodwitException.class,
            error -> {
              assertThat(error.kind()).isEqualTo(ErrorKind.CONTRACT);
              assertThat(error.code()).isEqualTo("protocol.damaged");
              assertThat(error.describe()).doesNotContain("secret");
            });
  }

  @Test
  void bytesThatAreNoTextInARecordAreAnError() {
    byte[] line = (ROW + "\n").getBytes(StandardCharsets.UTF_8);
    line[ROW.indexOf("\"n\"") + 1] = (byte) 0xFF;
    assertThatThrownBy(() -> Wire.read(line))
        .isInstanceOf(GodwitException.class)
        .hasMessageContaining("RECORD")
        .hasMessageContaining("not UTF-8");
  }

  @Test
  void aRecordThatNestsTooDeepIsAnError() {
    String deep = "[".repeat(2_000) + "]".repeat(2_000);
    assertThatThrownBy(() -> Wire.read(ROW.replace("1", deep) + "\n"))
        .isInstanceOf(GodwitException.class)
        .hasMessageContaining("nested deeper");
    assertThat(Wire.logs(Wire.read(deep + "\n"))).hasSize(1);
  }

  /// A connector that is killed leaves half a message behind; its exit code says what happened.
  @ParameterizedTest
  @ValueSource(strings = {"RECORD", "STATE", "CONTROL"})
  void halfAMessageAtTheEndIsToldOfWithoutItsContent(String type) {
    assertThat(Wire.read("{\"type\":\"%s\",\"record\":{\"secret\":\"x".formatted(type)))
        .containsExactly(
            new Message.Log(LogLevel.WARN, "The input ends inside a " + type + " message.", null));
  }

  @Test
  void aConfigurationOfAnUnknownKindIsNotShown() {
    assertThat(Wire.logs(Wire.read("{\"type\":\"CONTROL\",\"control\":{\"secret\":\"x\"}}")))
        .containsExactly("WARN A CONTROL message of an unknown kind was ignored.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"STREAM\",\"stream\":{\"stream_descriptor\":{\"name\":\"a\",\"namespace\":null},\"stream_state\":{\"n\":1}},\"sourceStats\":{\"recordCount\":3.0},\"id\":9}",
        "{\"stream\":{\"stream_state\":{\"n\":1},\"stream_descriptor\":{\"name\":\"a\"}},\"id\":9,\"sourceStats\":{\"recordCount\":3}}",
      })
  void aStateIsUnderstoodInEachSpelling(String state) {
    assertThat(Wire.read("{\"type\":\"STATE\",\"state\":" + state + "}"))
        .containsExactly(
            new Message.State(
                new StateScope.OneStream(StreamName.of("a"), Map.of("n", 1L)),
                StateStats.of(3),
                null,
                Map.of("id", 9L)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"data\":{\"n\":1}}", "{\"type\":\"LEGACY\",\"data\":{\"n\":1}}"})
  void theOldFormOfAStateIsUnderstood(String state) {
    assertThat(Wire.read("{\"type\":\"STATE\",\"state\":" + state + "}"))
        .containsExactly(
            new Message.State(new StateScope.Legacy(Map.of("n", 1L)), null, null, Map.of()));
  }

  @Test
  void whatOldSourcesSendBesideTheirStateGoesOnWithIt() {
    String line =
        "{\"type\":\"STATE\",\"state\":{\"type\":\"STREAM\",\"stream\":{\"stream_descriptor\":{\"name\":\"a\"},\"stream_state\":{}},\"data\":{\"a\":{}},\"id\":123456789012345678901}}\n";
    assertThat(Wire.read(line))
        .singleElement()
        .satisfies(message -> assertThat(Wire.write(message)).isEqualTo(line));
  }

  @Test
  void aCatalogueWithAStreamWithoutANameIsAnError() {
    assertThatThrownBy(() -> Wire.read("{\"type\":\"CATALOG\",\"catalog\":{\"streams\":[{}]}}"))
        .isInstanceOfSatisfying(
            GodwitException.class, error -> assertThat(error.code()).isEqualTo("catalog.no-name"));
  }

  @Test
  void numbersAreTakenAsTheyAreMeant() {
    assertThat(
            Wire.read(
                "{\"type\":\"TRACE\",\"trace\":{\"type\":\"ESTIMATE\",\"emitted_at\":7.9,"
                    + "\"estimate\":{\"name\":\"a\",\"type\":\"STREAM\",\"row_estimate\":\"12\",\"byte_estimate\":3.0}}}"))
        .containsExactly(new Message.Estimate(StreamName.of("a"), 12L, 3L, 7));
  }

  /// What a record begins with is walked over once for many; what follows its row still counts.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"RECORD\",\"record\":{\"stream\":\"a\",\"data\":{\"n\":2},\"stream\":\"b\"}}|b"
            + " {\"n\":2}",
        "{\"type\":\"RECORD\",\"record\":{\"stream\":\"a\",\"data\":{},\"data\":{\"n\":3}}}|a"
            + " {\"n\":3}",
        "{\"type\":\"RECORD\",\"record\":{\"stream\":\"a\",\"data\":{},\"namespace\":\"x\"}}|x.a"
            + " {}",
        "{\"type\":\"RECORD\",\"record\":{\"stream\":\"a\",\"data\":{}},\"record\":{\"stream\":\"c\",\"data\":{}}}|c"
            + " {}",
        "{\"type\":\"RECORD\",\"record\":{\"stream\":\"a\",\"data\":null},\"type\":\"PARTY\"}|",
      })
  void recordsThatBeginAlikeMayEndDifferently(String line, @Nullable String words) {
    List<String> expected = new ArrayList<>(List.of("a {\"n\":1}", "a {\"n\":1}"));
    if (words != null) {
      expected.add(words);
    }
    assertThat(Wire.words(Wire.read(ROW + "\n" + line + "\n" + ROW + "\n")))
        .containsExactlyInAnyOrderElementsOf(expected);
  }
}
