package dev.godwit.cli.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.Godwit;
import dev.godwit.cli.terminal.Channel;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.json.JsonParser;
import dev.godwit.destinations.duckdb.DuckDbQuery;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A connector that writes, into a real database.
class WriteCommandTest {
  private static final String COMPLETE =
      "{'type':'TRACE','trace':{'type':'STREAM_STATUS','emitted_at':1,'stream_status':"
          + "{'stream_descriptor':{'name':'orders'},'status':'COMPLETE'}}}";

  @TempDir private Path folder;

  private final List<String> out = new ArrayList<>();
  private Path database;

  @BeforeEach
  void configure() throws IOException {
    database = folder.resolve("shop.duckdb");
    Files.writeString(
        folder.resolve("config.json"),
        "{\"destination_path\":\"%s\",\"schema\":\"main\"}".formatted(database));
  }

  private void catalog(String mode, int generation, int minimum) throws IOException {
    Files.writeString(
        folder.resolve("catalog.json"),
        """
        {"streams": [{
          "stream": {
            "name": "orders",
            "json_schema": {"type": "object", "properties": {
              "id": {"type": "integer"}, "at": {"type": "string", "format": "date-time"}}},
            "supported_sync_modes": ["full_refresh", "incremental"]
          },
          "sync_mode": "incremental",
          "destination_sync_mode": "%s",
          "primary_key": [["id"]],
          "generation_id": %d,
          "minimum_generation_id": %d,
          "sync_id": 1
        }]}
        """
            .formatted(mode, generation, minimum));
  }

  private int write(String... messages) {
    byte[] input = String.join("\n", messages).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Channel channel = Channel.plain(new PrintStream(written, true, StandardCharsets.UTF_8));
    Terminal terminal = new Terminal(channel, channel, Map.of(), folder);
    int code =
        new ConnectorProgram(terminal, new ByteArrayInputStream(input))
            .run(
                "destination-duckdb",
                List.of(
                    "write",
                    "--config",
                    folder.resolve("config.json").toString(),
                    "--catalog",
                    folder.resolve("catalog.json").toString()));
    out.clear();
    written.toString(StandardCharsets.UTF_8).lines().forEach(out::add);
    return code;
  }

  private static String row(int id) {
    return "{'type':'RECORD','record':{'stream':'orders','data':{'id':%d,'at':'2024-01-01T00:00:00Z'},'emitted_at':1}}"
        .formatted(id);
  }

  private static String state(int at) {
    return "{'type':'STATE','state':{'type':'STREAM','stream':{'stream_descriptor':{'name':'orders'},"
        + "'stream_state':{'at':%d}},'id':5,'sourceStats':{'recordCount':1.0}}}".formatted(at);
  }

  private List<?> query(String sql) {
    List<Object> values = new ArrayList<>();
    try (DuckDbQuery rows = Godwit.query(database.toString(), sql)) {
      for (List<?> row = rows.next(); row != null; row = rows.next()) {
        values.add(row.getFirst());
      }
    }
    return values;
  }

  private List<?> ids() {
    return query("select id from orders order by all");
  }

  private List<Map<?, ?>> states() {
    return out.stream()
        .<Map<?, ?>>map(line -> (Map<?, ?>) JsonParser.STRICT.parse(line))
        .filter(message -> message.get("type").equals("STATE"))
        .<Map<?, ?>>map(message -> (Map<?, ?>) message.get("state"))
        .toList();
  }

  @Test
  void rowsLandWithTheirGenerationAndStatesComeBack() throws IOException {
    catalog("append", 4, 0);

    int code = write(row(1), row(2), state(1), COMPLETE);

    assertThat(code).as("%s", out).isZero();
    assertThat(ids()).isEqualTo(List.of(1L, 2L));
    assertThat(query("select distinct _airbyte_generation_id from orders")).isEqualTo(List.of(4L));
    assertThat(states())
        .singleElement()
        .satisfies(state -> {
          assertThat(state.get("id")).isEqualTo(5L);
          assertThat(state.get("sourceStats")).isEqualTo(Map.of("recordCount", 1.0));
          assertThat(state.get("destinationStats")).isEqualTo(Map.of("recordCount", 2.0));
        });
  }

  @Test
  void aKeyHasOneRowAfterManyWrites() throws IOException {
    catalog("append_dedup", 1, 1);

    assertThat(write(row(1), row(2), row(1), COMPLETE)).isZero();
    assertThat(write(row(2), row(3), COMPLETE)).isZero();

    assertThat(ids()).isEqualTo(List.of(1L, 2L, 3L));
  }

  @Test
  void aTruncationThatIsInterruptedGoesOnWithItsGenerationAndKeepsTheOldRowsUntilThen()
      throws IOException {
    catalog("append", 1, 0);
    write(row(1), row(2), COMPLETE);

    catalog("append", 2, 2);
    int interrupted = write(row(11), state(1), row(12));
    List<?> meanwhile = ids();
    int done = write(row(12), state(2), COMPLETE);

    assertThat(interrupted).isEqualTo(1);
    assertThat(out).isNotEmpty();
    assertThat(meanwhile).isEqualTo(List.of(1L, 2L));
    assertThat(done).isZero();
    assertThat(ids()).isEqualTo(List.of(11L, 12L));
  }

  @Test
  void clearingAStreamEmptiesItsTable() throws IOException {
    catalog("append", 1, 0);
    write(row(1), COMPLETE);

    catalog("overwrite", 2, 2);
    assertThat(write(COMPLETE)).isZero();

    assertThat(ids()).isEmpty();
  }

  @Test
  void aNewFileCanBeReadByOlderPrograms() throws IOException {
    catalog("append", 1, 0);
    write(row(1), COMPLETE);

    assertThat(
            query(
                "select tags['storage_version'] from duckdb_databases() where path like"
                    + " '%shop.duckdb'"))
        .isEqualTo(List.of("v1.4.0+"));
  }

  @Test
  void linesThatAreNoMessagesAreLeftOut() throws IOException {
    catalog("append", 1, 0);

    assertThat(write("hello", row(1), "", COMPLETE)).isZero();

    assertThat(ids()).isEqualTo(List.of(1L));
  }

  @Test
  void aRecordThatIsTornEndsTheRunAndLandsNothingThatNoStateCovers() throws IOException {
    catalog("append", 1, 0);

    int code = write(row(1), state(1), "{'type':'RECORD','record':{'stream':'orders'", COMPLETE);

    assertThat(code).isEqualTo(1);
    assertThat(out).anyMatch(line -> line.contains("\"TRACE\""));
  }
}
