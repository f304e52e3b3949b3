package dev.godwit.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.catalog.ConfiguredCatalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogFileTest {
  @TempDir Path folder;

  private ConfiguredCatalog read(String content) {
    return CatalogFile.read(Path.of(new Console(folder).file("catalog.json", content)));
  }

  @Test
  void everyFieldOfAStreamIsRead() {
    ConfiguredStream stream =
        read("""
        {"streams":[{"stream":{"name":"orders","namespace":"shop",
          "json_schema":{"type":"object"},
          "supported_sync_modes":["full_refresh","incremental"],
          "source_defined_cursor":true,"default_cursor_field":["at"],
          "source_defined_primary_key":[["id"],["a","b"]],
          "is_resumable":true,"is_file_based":true},
         "sync_mode":"incremental","destination_sync_mode":"append_dedup",
         "cursor_field":["seen"],"primary_key":[["key"]]}]}
        """)
            .streams()
            .getFirst();
    assertThat(stream.name()).isEqualTo(new StreamName("shop", "orders"));
    assertThat(stream.syncMode()).isEqualTo(SyncMode.INCREMENTAL);
    assertThat(stream.cursorField()).containsExactly("seen");
    assertThat(stream.primaryKey()).containsExactly(List.of("key"));
    assertThat(stream.stream().jsonSchema()).containsEntry("type", "object");
    assertThat(stream.stream().isIncremental()).isTrue();
    assertThat(stream.stream().sourceDefinedCursor()).isTrue();
    assertThat(stream.stream().defaultCursorField()).containsExactly("at");
    assertThat(stream.stream().primaryKey()).containsExactly(List.of("id"), List.of("a", "b"));
    assertThat(stream.stream().resumable()).isTrue();
    assertThat(stream.stream().fileBased()).isTrue();
  }

  @Test
  void aNameIsEnough() {
    ConfiguredStream stream =
        read("{\"streams\":[{\"stream\":{\"name\":\"a\"}}]}").streams().getFirst();
    assertThat(stream.name()).isEqualTo(StreamName.of("a"));
    assertThat(stream.syncMode()).isEqualTo(SyncMode.FULL_REFRESH);
    assertThat(stream.stream().sourceDefinedCursor()).isNull();
    assertThat(stream.primaryKey()).isEmpty();
  }

  @Test
  void streamsKeepTheirOrder() {
    assertThat(
            read("{\"streams\":[{\"stream\":{\"name\":\"b\"}},{\"stream\":{\"name\":\"a\"}}]}")
                .streams())
        .extracting(stream -> stream.name().name())
        .containsExactly("b", "a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"streams\":[{\"stream\":{}}]}",
        "{\"streams\":[{\"stream\":{\"name\":\"\"}}]}",
        "{\"streams\":[{\"name\":\"orders\"}]}",
        "{\"streams\":[\"orders\"]}",
      })
  void aStreamWithoutANameIsRefused(String content) {
    assertRefused(content, "catalog.no-name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"streams\":null}", "{\"stream\":{\"name\":\"orders\"}}"})
  void aCatalogueWithoutStreamsIsRefusedInsteadOfReadingNothing(String content) {
    assertRefused(content, "catalog.no-streams");
  }

  private void assertRefused(String content, String code) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOfSatisfying(
            GodwitException.class,
            error -> {
              assertThat(error.kind()).isEqualTo(ErrorKind.CONFIG);
              assertThat(error.code()).isEqualTo(code);
              assertThat(error.place().file()).endsWith("catalog.json");
            });
  }
}
