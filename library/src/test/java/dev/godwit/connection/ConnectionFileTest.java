package dev.godwit.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.config.ConfigReader;
import dev.godwit.core.ConfigStore.Cause;
import dev.godwit.core.ConfigStore.Update;
import dev.godwit.core.ShrinkPolicy;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.core.schema.SchemaAction;
import dev.godwit.core.schema.SchemaChangeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionFileTest {
  private static final String LEAST = "source: shop.yaml\ndestination: duckdb:shop.duckdb\n";

  @TempDir private Path folder;

  @Test
  void needsASourceAndADestinationOnly() throws IOException {
    ConnectionFile connection = read(LEAST);
    assertThat(connection.name()).isEqualTo("shop-connection");
    assertThat(connection.source().file()).isEqualTo(folder.resolve("shop.yaml"));
    assertThat(connection.destination()).isEqualTo("duckdb:" + folder.resolve("shop.duckdb"));
    assertThat(connection.streams().chosen(List.of("a", "b"))).containsExactly("a", "b");
    assertThat(config(connection)).isEmpty();
  }

  @Test
  void namedStreamsAreTheOnlyOnesAndKeepTheirOrder() throws IOException {
    ConnectionFile connection = read(LEAST + "streams:\n  orders:\n  customers:\n");
    assertThat(connection.streams().chosen(List.of("customers", "events", "orders")))
        .containsExactly("orders", "customers");
  }

  @Test
  void aStarStandsForAllOthers() throws IOException {
    ConnectionFile connection = read(LEAST + "streams:\n  orders:\n  '*': {write_mode: append}\n");
    StreamsSettings streams = connection.streams();
    assertThat(streams.chosen(List.of("events", "orders"))).containsExactly("orders", "events");
    assertThat(streams.of("events").writeMode()).isEqualTo(WriteMode.APPEND);
    assertThat(streams.of("orders").writeMode()).isNull();
  }

  @Test
  void streamsHaveSettings() throws IOException {
    StreamSettings orders =
        read(LEAST
                + """
                streams:
                  orders:
                    sync_mode: full_refresh
                    write_mode: append-dedup
                    cursor: meta.updated_at
                    primary_key: [shop.id, number]
                """)
            .streams()
            .of("orders");
    assertThat(orders.syncMode()).isEqualTo(SyncMode.FULL_REFRESH);
    assertThat(orders.writeMode()).isEqualTo(WriteMode.APPEND_DEDUP);
    assertThat(orders.cursor()).containsExactly("meta", "updated_at");
    assertThat(orders.primaryKey()).containsExactly(List.of("shop", "id"), List.of("number"));
  }

  @Test
  void whatComesOfChangesIsSaidForAllStreamsAndForEach() throws IOException {
    StreamsSettings streams =
        read(LEAST
                + """
                on_schema_change: {new-column: ask, removed_column: stop}
                streams:
                  orders: {on_schema_change: {new-column: variant}}
                  "*":
                """)
            .streams();
    assertThat(streams.of("orders").changes().of(SchemaChangeKind.NEW_COLUMN))
        .isEqualTo(SchemaAction.VARIANT);
    assertThat(streams.of("orders").changes().of(SchemaChangeKind.REMOVED_COLUMN))
        .isEqualTo(SchemaAction.STOP);
    assertThat(streams.of("events").changes().of(SchemaChangeKind.NEW_COLUMN))
        .isEqualTo(SchemaAction.ASK);
    assertThat(streams.of("events").changes().of(SchemaChangeKind.WIDER_TYPE))
        .isEqualTo(SchemaAction.EVOLVE);
  }

  @Test
  void aRunMayBePatientAndBold() throws IOException {
    ConnectionFile connection =
        read(LEAST + "run: {max_silence: 5, allow_shrink: true, attempts: 7}\n");
    assertThat(connection.policy().silence()).isEqualTo(Duration.ofMinutes(5));
    assertThat(connection.policy().shrinking()).isEqualTo(ShrinkPolicy.ALLOW);
  }

  @Test
  void configurationsAreReadInTheOrderInWhichTheyChangeEachOther() throws IOException {
    Files.writeString(folder.resolve("more.yaml"), "url: file\nstart: 2024-01-01\npages: 5\n");
    ConnectionFile connection =
        read(LEAST + "config_file: more.yaml\nconfig: {url: inline, token: '${TOKEN}'}\n");
    assertThat(
            connection.config(
                new ConfigReader(folder, Map.of("TOKEN", "t-1")), null, List.of("pages=9")))
        .isEqualTo(Map.of("url", "inline", "token", "t-1", "start", "2024-01-01", "pages", 9L));
  }

  @Test
  void renewedCredentialsAreWrittenWhereTheConfigurationStands() throws IOException {
    ConnectionFile connection = read(LEAST + "config:\n  token: old # keep this\nname: shop\n");
    ConfigReader reader = new ConfigReader(folder, Map.of());
    connection
        .store(reader, Log.NONE)
        .keep(new Update(Cause.RENEWED, Map.of("token", "old"), Map.of("token", "new")));
    assertThat(folder.resolve("shop-connection.yaml"))
        .content()
        .isEqualTo(LEAST + "config:\n  token: \"new\" # keep this\nname: shop\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sorce: x                                  | connection.unknown-key | 3 | did you mean source?
          streams: {orders: {write_mod: append}}    | connection.unknown-key | 3 | did you mean write_mode?
          streams: {orders: {write_mode: apend}}    | connection.value       | 3 | did you mean append?
          streams: [orders]                         | connection.value       | 3 | object with keys
          name: 5                                   | connection.value       | 3 | name is a text
          run: {attempts: many}                     | connection.value       | 3 | whole number
          on_schema_change: {new-colum: ask}        | schema.policy          | 3 | no schema change called new-colum
          on_schema_change: {cursor-gone: variant}  | schema.policy          | 3 | can't be answered with variant
          """)
  void mistakesAreToldWithTheirLine(String line, String code, int number, String words) {
    assertThatThrownBy(() -> read(LEAST + line + "\n"))
        .isInstanceOfSatisfying(
            GodwitException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(ErrorKind.CONFIG);
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.place().line()).isEqualTo(number);
              assertThat(e.message()).contains(words);
            });
  }

  @Test
  void aConnectionWithoutASourceIsNone() {
    assertThatThrownBy(() -> read("destination: duckdb:shop.duckdb\n"))
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("connection.missing"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          source: shop.yaml                  | true
          {"source": "shop.yaml"}            | true
          version: 1.0.0                     | false
          streams: [{source: nested}]        | false
          definitions: x                     | false
          """)
  void connectionsAreToldFromManifests(String text, boolean is) throws IOException {
    Path file = Files.writeString(folder.resolve("any.yaml"), text);
    assertThat(ConnectionFile.isOne(file)).isEqualTo(is);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "definitions:\n  source: x\n",
        "type: DeclarativeSource\nspec:\n    source: x\n",
        "{\"spec\": {\n  \"source\": 1}}",
        "{\n  \"source\": 1",
      })
  void aKeyFurtherInsideMakesNoConnection(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("any.yaml"), text);
    assertThat(ConnectionFile.isOne(file)).isFalse();
  }

  private static Map<String, @Nullable Object> config(ConnectionFile connection) {
    return connection.config(new ConfigReader(Path.of(""), Map.of()), null, List.of());
  }

  private ConnectionFile read(String text) throws IOException {
    return ConnectionFile.read(Files.writeString(folder.resolve("shop-connection.yaml"), text));
  }
}
