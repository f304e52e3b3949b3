package dev.godwit.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfiguredStreamTest {
  private static Stream stream(boolean incremental, boolean keyed) {
    return new Stream(
        StreamName.of("orders"),
        Map.of(),
        incremental ? EnumSet.allOf(SyncMode.class) : EnumSet.of(SyncMode.FULL_REFRESH),
        incremental,
        incremental ? List.of("updated") : List.of(),
        keyed ? List.of(List.of("id")) : List.of(),
        false,
        false);
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, INCREMENTAL, APPEND_DEDUP",
    "true, false, INCREMENTAL, APPEND",
    "false, true, FULL_REFRESH, OVERWRITE_DEDUP",
    "false, false, FULL_REFRESH, OVERWRITE",
  })
  void theDefaultLosesNothingAndKeepsTablesTidy(
      boolean incremental, boolean keyed, SyncMode syncMode, WriteMode writeMode) {
    ConfiguredStream configured = ConfiguredStream.byDefault(stream(incremental, keyed));
    assertThat(configured.syncMode()).isEqualTo(syncMode);
    assertThat(configured.writeMode()).isEqualTo(writeMode);
    assertThat(configured.primaryKey()).isEqualTo(configured.stream().primaryKey());
  }

  @Test
  void oneRowAKeyNeedsAKey() {
    assertThatThrownBy(() ->
            new ConfiguredStream(
                stream(true, false),
                SyncMode.INCREMENTAL,
                WriteMode.APPEND_DEDUP,
                List.of(),
                List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("stream orders has no primary key, so it cannot be written with append-dedup");
  }

  @Test
  void aStreamNeedsANameAndASyncMode() {
    assertThatThrownBy(() -> StreamName.of("")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            new Stream(
                StreamName.of("a"), Map.of(), Set.of(), null, List.of(), List.of(), false, false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesArePrintedWithTheirNamespace() {
    assertThat(StreamName.of("orders")).hasToString("orders");
    assertThat(new StreamName("shop", "orders")).hasToString("shop.orders");
  }

  @Test
  void aCatalogFindsItsStreamsByName() {
    Catalog catalog = new Catalog(List.of(stream(true, true)));
    assertThat(catalog.find(StreamName.of("orders"))).isPresent();
    assertThat(catalog.find(new StreamName("shop", "orders"))).isEmpty();
  }

  @Test
  void aCatalogDoesNotChangeWithTheListThatItWasMadeOf() {
    List<Stream> streams = new ArrayList<>(List.of(stream(true, true)));
    Catalog catalog = new Catalog(streams);
    streams.clear();
    assertThat(catalog.streams()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "APPEND, false, false, false, append",
    "OVERWRITE, true, false, false, overwrite",
    "APPEND_DEDUP, false, true, false, append-dedup",
    "OVERWRITE_DEDUP, true, true, false, overwrite-dedup",
    "UPDATE, false, true, true, update",
    "SOFT_DELETE, false, true, true, soft-delete",
    "HISTORY, false, true, false, history",
  })
  void writeModesSayWhatTheyDo(
      WriteMode mode, boolean replacesAll, boolean needsKey, boolean changesOnly, String wireName) {
    assertThat(mode.replacesAll()).isEqualTo(replacesAll);
    assertThat(mode.needsKey()).isEqualTo(needsKey);
    assertThat(mode.changesOnly()).isEqualTo(changesOnly);
    assertThat(mode.wireName()).isEqualTo(wireName);
  }
}
