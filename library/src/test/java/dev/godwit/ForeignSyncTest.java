package dev.godwit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.core.sync.SyncListener;
import dev.godwit.core.sync.SyncReport;
import dev.godwit.destinations.duckdb.DuckDbQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Connectors that are programs, from end to end.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the connectors here are scripts of sh")
class ForeignSyncTest {
  /// Counts from where its state says: three rows a run.
  private static final String COUNTING =
      """
      #!/bin/sh
      spec='{"type":"SPEC","spec":{"connectionSpecification":{"type":"object","properties":{}}}}'
      state() {
        echo '{"type":"STATE","state":{"type":"STREAM","stream":{"stream_descriptor":{"name":"numbers"},"stream_state":{"n":'$1'}},"sourceStats":{"recordCount":'$2'.0}}}'
      }
      case $1 in
        spec) echo "$spec" ;;
        check) echo '{"type":"CONNECTION_STATUS","connectionStatus":{"status":"SUCCEEDED"}}' ;;
        discover) echo '{"type":"CATALOG","catalog":{"streams":[{"name":"numbers","json_schema":{"type":"object","properties":{"n":{"type":"integer"}}},"supported_sync_modes":["full_refresh","incremental"],"source_defined_cursor":true,"default_cursor_field":["n"],"source_defined_primary_key":[["n"]]}]}}' ;;
        read)
          n=0
          while [ $# -gt 1 ]; do
            if [ "$1" = --state ]; then n=$(sed 's/.*"n":\\([0-9]*\\).*/\\1/' "$2"); fi
            shift
          done
          for i in 1 2 3; do
            n=$((n + 1))
            echo '{"type":"RECORD","record":{"stream":"numbers","data":{"n":'$n'},"emitted_at":1}}'
          done
          state $n 3
          echo '{"type":"TRACE","trace":{"type":"STREAM_STATUS","emitted_at":1,"stream_status":{"stream_descriptor":{"name":"numbers"},"status":"COMPLETE"}}}' ;;
      esac
      """;

  /// Keeps the rows of each stream in a file that its configuration names.
  private static final String KEEPING =
      """
      #!/bin/sh
      case $1 in
        spec) echo '{"type":"SPEC","spec":{"connectionSpecification":{"type":"object","properties":{"file":{"type":"string"}}},"supported_destination_sync_modes":["append","overwrite"]}}' ;;
        check) echo '{"type":"CONNECTION_STATUS","connectionStatus":{"status":"SUCCEEDED"}}' ;;
        write)
          file=$(sed 's/.*"file":"\\([^"]*\\)".*/\\1/' "$3")
          while read -r line; do
            case $line in
              *'"type":"RECORD"'*) echo "$line" >> "$file" ;;
              *'"type":"STATE"'*) echo "$line" ;;
            esac
          done ;;
      esac
      """;

  @TempDir private Path folder;

  @BeforeEach
  void connectors() throws IOException {
    program("source-counting", COUNTING);
    program("destination-keeping", KEEPING);
  }

  private void program(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private SyncReport sync() {
    return Godwit.source("exec:" + folder.resolve("source-counting"))
        .to("duckdb:" + folder.resolve("numbers.duckdb"))
        .sync(SyncListener.SILENT);
  }

  private List<String> numbers() {
    try (DuckDbQuery query =
        Godwit.query(
            folder.resolve("numbers.duckdb").toString(), "select n from numbers order by n")) {
      List<String> numbers = new ArrayList<>();
      for (List<Object> row = query.next(); row != null; row = query.next()) {
        numbers.add(String.valueOf(row.getFirst()));
      }
      return numbers;
    }
  }

  @Test
  void aProgramIsReadAndGoneOnWith() {
    assertThat(sync().succeeded()).isTrue();
    assertThat(sync().succeeded()).isTrue();
    assertThat(numbers()).containsExactly("1", "2", "3", "4", "5", "6");
  }

  @Test
  void rowsOfAProgramGoToAProgramAndStatesAreRemembered() throws IOException {
    Path kept = folder.resolve("kept.jsonl");
    for (int run = 0; run < 2; run++) {
      SyncReport report =
          Godwit.source("exec:" + folder.resolve("source-counting"))
              .to("exec:" + folder.resolve("destination-keeping"))
              .folder(folder)
              .destinationConfig(Map.of("file", kept.toString()))
              .sync(SyncListener.SILENT);
      assertThat(report.succeeded()).isTrue();
    }
    assertThat(Files.readAllLines(kept))
        .extracting(line -> line.replaceAll(".*\"data\":(\\{[^}]*}).*", "$1"))
        .containsExactly(
            "{\"n\":1}", "{\"n\":2}", "{\"n\":3}", "{\"n\":4}", "{\"n\":5}", "{\"n\":6}");
    assertThat(folder.resolve(".godwit/memory")).isDirectory();
  }

  @Test
  void aProgramOnThePathIsFoundByItsName() {
    Surroundings world =
        new Surroundings(
            Clock.systemUTC(),
            time -> {},
            Map.of("PATH", folder + ":" + System.getenv("PATH"), "GODWIT_OFFLINE", "1"),
            Log.NONE);
    assertThat(Godwit.source("counting").surroundings(world).check().succeeded()).isTrue();
    assertThat(Godwit.source("source-counting").surroundings(world).discover().streams())
        .singleElement()
        .satisfies(stream -> assertThat(stream.name().name()).isEqualTo("numbers"));
  }

  @Test
  void aDestinationIsNoManifestWhateverFilesTheFolderHas() throws IOException {
    Path kept = folder.resolve("kept.jsonl");
    Surroundings world =
        new Surroundings(
            Clock.systemUTC(),
            time -> {},
            Map.of("PATH", folder + ":" + System.getenv("PATH"), "GODWIT_OFFLINE", "1"),
            Log.NONE);
    SyncReport report =
        Godwit.source("exec:" + folder.resolve("source-counting"))
            .surroundings(world)
            .to("destination-keeping")
            .folder(folder)
            .destinationConfig(Map.of("file", kept.toString()))
            .sync(SyncListener.SILENT);
    assertThat(report.succeeded()).isTrue();
    assertThat(Files.readAllLines(kept)).hasSize(3);
  }

  @Test
  void nothingIsInstalledWhileNothingMayBeAsked() {
    Surroundings world =
        new Surroundings(
            Clock.systemUTC(),
            time -> {},
            Map.of(
                "PATH", System.getenv("PATH"),
                "GODWIT_OFFLINE", "1",
                "XDG_CACHE_HOME", folder.resolve("cache").toString()),
            Log.NONE);
    SourceBuilder source = Godwit.source("pip:airbyte-source-anything").surroundings(world);
    assertThatThrownBy(source::check)
        .isInstanceOfSatisfying(
            GodwitException.class, error -> assertThat(error.code()).isEqualTo("launch.offline"));
  }

  @Test
  void anAddressTakesNoConfiguration() {
    SyncBuilder sync =
        Godwit.source("exec:" + folder.resolve("source-counting"))
            .to("duckdb:" + folder.resolve("numbers.duckdb"))
            .destinationConfig(Map.of("file", "x"));
    assertThatThrownBy(() -> sync.sync(SyncListener.SILENT))
        .isInstanceOfSatisfying(
            GodwitException.class,
            error -> assertThat(error.code()).isEqualTo("destination.no-config"));
  }

  @Test
  void aConnectionFileNamesPrograms() throws IOException {
    Path file = folder.resolve("numbers.godwit.yaml");
    Path kept = folder.resolve("kept.jsonl");
    Files.writeString(
        file,
        """
        source: exec:./source-counting
        destination: exec:./destination-keeping
        destination_config:
          file: %s
        """
            .formatted(kept));
    assertThat(Godwit.connection(file).sync(SyncListener.SILENT).succeeded()).isTrue();
    assertThat(Files.readAllLines(kept)).hasSize(3);
    assertThat(Godwit.connection(file).checkDestination().succeeded()).isTrue();
  }
}
