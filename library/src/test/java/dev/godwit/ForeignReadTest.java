package dev.godwit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.sync.RunPolicy;
import dev.godwit.row.Row;
import dev.godwit.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Programs of others, read into a cache, when they do what programs do.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the connectors here are scripts of sh")
class ForeignReadTest {
  /// Counts from where its state says, in the way that the file `mode` beside it says.
  private static final String COUNTING =
      """
      #!/bin/sh
      mode=$(cat "$(dirname "$0")/mode")
      stream() {
        echo '{"name":"numbers",'$1'"json_schema":{"type":"object","properties":{"n":{"type":"integer"}}},"supported_sync_modes":["full_refresh","incremental"],"source_defined_cursor":true,"default_cursor_field":["n"],"source_defined_primary_key":[["n"]]}'
      }
      row() {
        echo '{"type":"RECORD","record":{"stream":"numbers",'$2'"data":{"n":'$1'},"emitted_at":1700000000000}}'
      }
      state() {
        echo '{"type":"STATE","state":{"type":"STREAM","stream":{"stream_descriptor":{"name":"numbers"},"stream_state":{"n":'$1'}},"sourceStats":{"recordCount":'$2'.0}}}'
      }
      complete() {
        echo '{"type":"TRACE","trace":{"type":"STREAM_STATUS","emitted_at":1,"stream_status":{"stream_descriptor":{'$1'"name":"numbers"},"status":"COMPLETE"}}}'
      }
      case $1 in
        spec) echo '{"type":"SPEC","spec":{"connectionSpecification":{"type":"object","properties":{}}}}' ;;
        check) echo '{"type":"CONNECTION_STATUS","connectionStatus":{"status":"SUCCEEDED"}}' ;;
        discover)
          if [ $mode = namespaces ]; then
            echo '{"type":"CATALOG","catalog":{"streams":['$(stream '"namespace":"a",')','$(stream '"namespace":"b",')']}}'
          else
            echo '{"type":"CATALOG","catalog":{"streams":['$(stream)']}}'
          fi ;;
        read)
          n=0
          while [ $# -gt 1 ]; do
            if [ "$1" = --state ]; then n=$(sed 's/.*"n":\\([0-9]*\\).*/\\1/' "$2"); fi
            shift
          done
          case $mode in
            global)
              row $((n + 1))
              echo '{"type":"STATE","state":{"type":"GLOBAL","global":{"shared_state":{"position":'$((n + 1))'},"stream_states":[{"stream_descriptor":{"name":"numbers"},"stream_state":{"n":'$((n + 1))'}}]},"sourceStats":{"recordCount":1.0}}}'
              complete ;;
            failing)
              row $((n + 1))
              row $((n + 2))
              state $((n + 2)) 2
              row $((n + 3))
              echo '{"type":"TRACE","trace":{"type":"ERROR","emitted_at":1,"error":{"message":"The API went home.","failure_type":"system_error"}}}' ;;
            renewing)
              echo '{"type":"CONTROL","control":{"type":"CONNECTOR_CONFIG","emitted_at":1,"connectorConfig":{"config":{"token":"new"}}}}'
              complete ;;
            miscounting)
              row 1
              state 1 5
              complete ;;
            namespaces)
              row 1 '"namespace":"a",'
              row 2 '"namespace":"b",'
              row 3 '"namespace":"b",'
              complete '"namespace":"a",'
              complete '"namespace":"b",' ;;
          esac ;;
      esac
      """;

  @TempDir private Path folder;
  private ReadBuilder reading;

  @BeforeEach
  void connector() throws IOException {
    Path program = Files.writeString(folder.resolve("source-counting"), COUNTING);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    reading =
        Godwit.source("exec:" + program).into(folder.resolve("n.duckdb")).policy(RunPolicy.ONCE);
  }

  private void mode(String mode) throws IOException {
    Files.writeString(folder.resolve("mode"), mode);
  }

  private List<Object> numbers(String stream) {
    try (Stream<Row> rows = Godwit.cache(folder.resolve("n.duckdb")).stream(stream).stream()) {
      return rows.map(row -> row.require("n")).sorted().toList();
    }
  }

  @Test
  void stateOfTheWholeSourceIsKept() throws IOException {
    mode("global");
    reading.read();
    reading.read();
    assertThat(numbers("numbers")).isEqualTo(List.of(1L, 2L));
  }

  @Test
  void anErrorIsThrownAlthoughTheProgramEndsWellAndWhatCameBeforeStays() throws IOException {
    mode("failing");
    assertThatThrownBy(reading::read)
        .isInstanceOf(GodwitException.class)
        .hasMessageContaining("The API went home.");
    assertThat(numbers("numbers")).startsWith(1L, 2L);

    assertThatThrownBy(reading::read).isInstanceOf(GodwitException.class);
    assertThat(numbers("numbers")).startsWith(1L, 2L, 3L, 4L);
  }

  @Test
  void somebodyHearsOfRenewedTokens() throws IOException {
    mode("renewing");
    List<Object> tokens = new ArrayList<>();
    Godwit.source("exec:" + folder.resolve("source-counting"))
        .config(Map.of("token", Secret.of("old")))
        .onConfigChange(update -> {
          tokens.add(update.before().get("token"));
          tokens.add(update.after().get("token"));
        })
        .into(folder.resolve("n.duckdb"))
        .read();
    assertThat(tokens).containsExactly("old", "new");
  }

  @Test
  void rowsThatGotLostAreNoticed() throws IOException {
    mode("miscounting");
    assertThatThrownBy(reading::read).isInstanceOf(GodwitException.class);
  }

  @Test
  void streamsOfTwoNamespacesAreTwoStreams() throws IOException {
    mode("namespaces");
    reading.forceFullRefresh().read();
    assertThat(numbers("a.numbers")).isEqualTo(List.of(1L));
    assertThat(numbers("b.numbers")).isEqualTo(List.of(2L, 3L));
    assertThat(Godwit.cache(folder.resolve("n.duckdb")).stream("b.numbers").count()).isEqualTo(2);
  }

  @Test
  void theTimeOfARowStaysWhatItWas() throws IOException {
    mode("global");
    reading.read();
    try (Stream<Row> rows =
        Godwit.cache(folder.resolve("n.duckdb"))
            .query("select epoch_ms(_airbyte_extracted_at) as ms from numbers")
            .stream()) {
      assertThat(rows.map(row -> row.get("ms"))).containsExactly(1700000000000L);
    }
  }
}
