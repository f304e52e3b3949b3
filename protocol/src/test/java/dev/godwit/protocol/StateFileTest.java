package dev.godwit.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFileTest {
  private static final String ORDERS =
      "{\"stream_descriptor\":{\"name\":\"orders\"},\"stream_state\":{\"at\":5}}";

  @TempDir Path folder;

  private StateFile read(String content) {
    return StateFile.read(Path.of(new Console(folder).file("state.json", content)));
  }

  private @Nullable StreamState orders(String content) {
    return read(content).find(StreamName.of("orders"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"type\":\"STREAM\",\"stream\":" + ORDERS + "}]",
        "{\"type\":\"STREAM\",\"stream\":" + ORDERS + "}",
        "[{\"type\":\"GLOBAL\",\"global\":{\"stream_states\":[" + ORDERS + "]}}]",
      })
  void theStateOfAStreamIsFoundInEachForm(String content) {
    assertThat(orders(content))
        .isEqualTo(new StreamState(StreamName.of("orders"), Map.of("at", 5L)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "null",
        "[{\"type\":\"STREAM\",\"stream\":{\"stream_descriptor\":{\"name\":\"orders\"}}}]",
        "[{\"type\":\"STREAM\",\"stream\":{\"stream_descriptor\":{\"name\":\"orders\"},\"stream_state\":{}}}]",
        "[{\"type\":\"STREAM\",\"stream\":{\"stream_descriptor\":{\"name\":\"orders\"},\"stream_state\":null}}]",
      })
  void nothingToGoOnFromIsNoState(String content) {
    assertThat(orders(content)).isNull();
  }

  @Test
  void namespacesTellStreamsApart() {
    String shops = ORDERS.replace("\"name\"", "\"namespace\":\"shop\",\"name\"");
    StateFile file = read("[{\"type\":\"STREAM\",\"stream\":" + shops + "}]");
    assertThat(file.find(StreamName.of("orders"))).isNull();
    assertThat(file.find(new StreamName("shop", "orders"))).isNotNull();
  }

  @Test
  void aStateSharedByAllStreamsIsRefused() {
    assertThatThrownBy(() ->
            read(
                "[{\"type\":\"GLOBAL\",\"global\":{\"shared_state\":{\"a\":1},\"stream_states\":[]}}]"))
        .isInstanceOfSatisfying(
            GodwitException.class, error -> assertThat(error.code()).isEqualTo("state.shared"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"orders\":{\"at\":5}}",
        "[{\"type\":\"STREAM\"}]",
        "[{\"type\":\"STREAM\",\"stream\":{\"stream_state\":{\"at\":5}}}]",
        "[{\"type\":\"STATE\",\"state\":{}}]",
        "[5]",
        "5",
        "\"orders\"",
      })
  void aStateInAnUnknownFormIsRefusedInsteadOfForgotten(String content) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOfSatisfying(
            GodwitException.class,
            error -> {
              assertThat(error.kind()).isEqualTo(ErrorKind.CONFIG);
              assertThat(error.code()).isEqualTo("state.unknown-form");
              assertThat(error.place().file()).endsWith("state.json");
            });
  }
}
