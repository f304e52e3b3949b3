package dev.godwit.destinations.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.Generation;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateTest {
  private static final StreamName ITEMS = StreamName.of("items");
  private static final ConfiguredStream STREAM =
      Loading.items(WriteMode.APPEND, "{\"id\":{\"type\":\"integer\"}}");

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("shop.duckdb");
  }

  @Test
  void askingForStateCreatesNothing() {
    assertThat(Loading.state(file, ITEMS)).isNull();
    assertThat(file).doesNotExist();
  }

  @Test
  void stateComesBackAsItWasStored() {
    String json =
        """
        {"z":1,"a":[{"partition":{"id":18446744073709551615},"cursor":{"at":"ü 😀 'x'"}}],\
        "f":1.5,"n":null}\
        """;
    Map<String, @Nullable Object> value = new LinkedHashMap<>();
    if (JsonParser.STRICT.parse(json) instanceof Map<?, ?> parsed) {
      parsed.forEach((key, part) -> value.put(String.valueOf(key), part));
    }
    try (Loading loading = new Loading(file, STREAM)) {
      loading.commit(Extent.COMPLETE, new StreamState(ITEMS, value));
    }
    assertThat(JsonWriter.text(Loading.state(file, ITEMS))).isEqualTo(json);
    assertThat(
            Loading.query(
                file,
                "select namespace, stream, generation, version, committed_at from _godwit_state"))
        .containsExactly(java.util.Arrays.asList(null, "items", 0L, 1L, "2024-06-01T12:00Z"));
  }

  @Test
  void statesOfNamespacesAreApart() {
    StreamName other = new StreamName("eu", "items");
    Loading.load(file, STREAM);
    assertThat(Loading.state(file, other)).isNull();
    assertThat(Loading.state(file, ITEMS)).isEqualTo(Map.of("cursor", "done"));
  }

  @Test
  void aCheckpointWithNothingNewKeepsTheState() {
    Loading.load(file, STREAM, "{\"id\":1}");
    try (Loading loading = new Loading(file, STREAM)) {
      loading.append(0, "{\"id\":2}");
      loading.commit(Extent.COMPLETE, (StreamState) null, 0);
    }
    assertThat(Loading.state(file, ITEMS)).isEqualTo(Map.of("cursor", "done"));
    assertThat(Loading.value(file, "select count(*) from items")).isEqualTo(2L);
  }

  @Test
  void aReplacementWithoutStateForgetsTheOldOne() {
    Loading.load(file, STREAM, "{\"id\":1}");
    ConfiguredStream refresh =
        Loading.items(WriteMode.OVERWRITE, "{\"id\":{\"type\":\"integer\"}}");
    try (Loading loading = new Loading(file, refresh)) {
      loading.commit(Extent.COMPLETE, (StreamState) null);
    }
    assertThat(Loading.state(file, ITEMS)).isNull();
  }

  @Test
  void stateIsReadWhileTheSameProcessWrites() {
    try (DuckDbDestination destination = DuckDbDestination.open(file.toString(), Loading.NOON);
        Loading loading = new Loading(file, STREAM)) {
      loading.commit(Extent.PARTIAL, "first");
      assertThat(destination.stored(ITEMS).state())
          .isEqualTo(new StreamState(ITEMS, new LinkedHashMap<>(Map.of("cursor", "first"))));
      loading.commit(Extent.PARTIAL, "second");
      assertThat(destination.stored(ITEMS).state())
          .isEqualTo(new StreamState(ITEMS, new LinkedHashMap<>(Map.of("cursor", "second"))));
      destination
          .open(
              new StreamPlan(
                  Loading.stream(
                      StreamName.of("other"), WriteMode.APPEND, "{}", List.of(), List.of()),
                  Generation.keeping(0),
                  null))
          .close();
    }
  }

  @Test
  void aStateOfALaterVersionIsRefusedAndLeftAlone() throws SQLException {
    Loading.load(file, STREAM, "{\"id\":1}");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("update _godwit_state set version = 2");
    }
    for (Runnable use :
        List.<Runnable>of(
            () -> Loading.state(file, ITEMS), () -> Loading.load(file, STREAM, "{\"id\":2}"))) {
      assertThatThrownBy(use::run)
          .isInstanceOfSatisfying(
              GodwitException.class,
              e -> {
                assertThat(e.code()).isEqualTo("destination.newer-state");
                assertThat(e.message()).contains("items").contains("version 2");
              });
    }
    assertThat(Loading.value(file, "select count(*) from items")).isEqualTo(1L);
  }
}
