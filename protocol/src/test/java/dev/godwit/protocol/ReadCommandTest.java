package dev.godwit.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadCommandTest {
  @TempDir Path folder;
  private Console console = new Console(Path.of(""));

  @BeforeEach
  void freshConsole() {
    console = new Console(folder);
  }

  private List<String> words() {
    return console.printed().stream()
        .map(Printed::word)
        .filter(word -> !word.equals("LOG"))
        .toList();
  }

  @Test
  void messagesOfAStreamComeInTheProtocolsOrder() {
    assertThat(console.read("orders")).isZero();
    assertThat(words())
        .containsExactly(
            "STARTED",
            "RUNNING",
            "RECORD",
            "RECORD",
            "STATE",
            "RECORD",
            "RECORD",
            "STATE",
            "RECORD",
            "RECORD",
            "STATE",
            "COMPLETE",
            "STATE");
  }

  @Test
  void aStreamWithoutRowsIsNeverRunning() {
    assertThat(console.read("empty")).isZero();
    assertThat(words()).containsExactly("STARTED", "STATE", "STATE", "STATE", "COMPLETE", "STATE");
  }

  @Test
  void recordsLoseTheirTopLevelNullsAndNothingElse() {
    console.read("orders");
    Printed first = console.printed("RECORD").getFirst();
    assertThat(first.has("record", "data", "note")).isFalse();
    assertThat(first.at("record", "data", "tags"))
        .isEqualTo(java.util.Collections.singletonList(null));
    assertThat(first.at("record", "stream")).isEqualTo("orders");
    assertThat(first.at("record", "emitted_at")).isEqualTo(1717200000000L);
    assertThat(first.has("record", "namespace")).isFalse();
  }

  @Test
  void textsKeepTheirCharacters() {
    console.read("orders");
    assertThat(console.printed("RECORD").get(1).at("record", "data", "note")).isEqualTo("ä\n");
  }

  @Test
  void statesCountTheRecordsBeforeThem() {
    console.read("orders");
    assertThat(console.printed("STATE"))
        .extracting(state -> state.at("state", "sourceStats", "recordCount"))
        .containsExactly(2.0, 2.0, 2.0, 0.0);
    assertThat(console.printed("STATE").getLast().at("state", "stream", "stream_state"))
        .isEqualTo(Map.of("done", 3L));
  }

  @Test
  void statesCountTheRecordsOfFailedSlicesToo() {
    console.read("broken");
    assertThat(console.printed("STATE"))
        .extracting(state -> state.at("state", "sourceStats", "recordCount"))
        .containsExactly(2.0, 4.0, 0.0);
  }

  @Test
  void readingGoesOnFromTheGivenState() {
    String state =
        console.file(
            "state.json",
            """
            [{"type":"STREAM","stream":{"stream_descriptor":{"name":"orders"},"stream_state":{"done":2}}}]
            """);
    console.run(
        "read",
        "--config",
        console.config("good"),
        "--catalog",
        console.catalog("orders"),
        "--state",
        state);
    assertThat(console.printed("RECORD"))
        .extracting(record -> record.at("record", "data", "id"))
        .containsExactly(31L, 32L);
  }

  @Test
  void aFailingStreamIsIncompleteAndEndsTheCommandWithOne() {
    assertThat(console.read("broken")).isEqualTo(1);
    assertThat(words())
        .containsExactly(
            "STARTED",
            "RUNNING",
            "RECORD",
            "RECORD",
            "STATE",
            "RECORD",
            "RECORD",
            "ERROR",
            "RECORD",
            "RECORD",
            "STATE",
            "INCOMPLETE",
            "STATE",
            "ERROR");
  }

  @Test
  void anErrorTraceSaysWhatFailedAndWhoCanDoSomething() {
    console.read("broken");
    Printed error = errors().getFirst();
    assertThat(error.at("trace", "type")).isEqualTo("ERROR");
    assertThat(error.at("trace", "error", "failure_type")).isEqualTo("transient_error");
    assertThat(error.at("trace", "error", "stream_descriptor", "name")).isEqualTo("broken");
    assertThat(error.at("trace", "error", "message"))
        .isEqualTo("stream broken, slice week=2: The till is broken.");
    assertThat(error.at("trace", "error", "internal_message")).isEqualTo("http.failed");
    assertThat(error.at("trace", "emitted_at")).isEqualTo(1717200000000L);
  }

  @Test
  void theLastErrorNamesTheStreamsThatFailed() {
    console.read("broken", "orders");
    Printed last = errors().getLast();
    assertThat(last.at("trace", "error", "failure_type")).isEqualTo("config_error");
    assertThat(last.at("trace", "error", "message"))
        .isEqualTo("These streams did not sync successfully: broken.");
    assertThat(last.has("trace", "error", "stream_descriptor")).isFalse();
  }

  private List<Printed> errors() {
    return console.printed().stream().filter(message -> message.word().equals("ERROR")).toList();
  }

  @Test
  void theOtherStreamsOfARunAreReadToTheirEnd() {
    assertThat(console.read("broken", "orders")).isEqualTo(1);
    assertThat(statusesOf("orders")).containsExactly("STARTED", "RUNNING", "COMPLETE");
    assertThat(statusesOf("broken")).containsExactly("STARTED", "RUNNING", "INCOMPLETE");
  }

  private List<String> statusesOf(String stream) {
    return console.printed("TRACE").stream()
        .filter(
            trace -> stream.equals(trace.at("trace", "stream_status", "stream_descriptor", "name")))
        .map(Printed::word)
        .toList();
  }

  @Test
  void aStreamThatTheSourceDoesNotKnowFails() {
    assertThat(console.read("unknown")).isEqualTo(1);
    assertThat(words()).containsExactly("STARTED", "ERROR", "INCOMPLETE", "ERROR");
    assertThat(Objects.requireNonNull(errors().getFirst().at("trace", "error", "message")))
        .isEqualTo("stream unknown: Not sold here.");
  }

  @Test
  void logLinesTellHowFarAStreamHasCome() {
    console.read("orders");
    assertThat(console.printed("LOG"))
        .extracting(line -> line.at("log", "message"))
        .containsExactly(
            "Welcome.",
            "Starting syncing",
            "Marking stream orders as STARTED",
            "Syncing stream: orders",
            "Marking stream orders as RUNNING",
            "Read 6 records from orders stream",
            "Marking stream orders as STOPPED",
            "Finished syncing orders",
            "Finished syncing");
  }

  @Test
  void aFailureIsLoggedBeforeItIsTraced() {
    console.read("broken");
    List<Printed> messages = console.printed();
    int trace = messages.indexOf(errors().getFirst());
    assertThat(messages.get(trace - 1).at("log", "level")).isEqualTo("ERROR");
    assertThat(messages.get(trace - 1).at("log", "message"))
        .isEqualTo(
            "Exception while syncing stream broken: stream broken, slice week=2: The till is"
                + " broken.");
  }

  @Test
  void anEmptyCatalogueReadsNothing() {
    assertThat(console.read()).isZero();
    assertThat(words()).isEmpty();
  }
}
