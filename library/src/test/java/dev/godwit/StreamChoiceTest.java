package dev.godwit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StreamChoiceTest {
  private static final Catalog CATALOG =
      new Catalog(List.of(stream("customers", true, true), stream("events", false, false)));

  private static final OfferedModes ALL = new OfferedModes(EnumSet.allOf(WriteMode.class));

  private static final OfferedModes FEW =
      new OfferedModes(Set.of(WriteMode.OVERWRITE, WriteMode.APPEND));

  @Test
  void takesEverythingByDefaultAndEachStreamAsSuitsIt() {
    List<ConfiguredStream> streams = StreamChoice.byDefault(List.of()).from(CATALOG, ALL).streams();

    assertThat(streams)
        .extracting(ConfiguredStream::syncMode)
        .containsExactly(SyncMode.INCREMENTAL, SyncMode.FULL_REFRESH);
    assertThat(streams)
        .extracting(ConfiguredStream::writeMode)
        .containsExactly(WriteMode.APPEND_DEDUP, WriteMode.OVERWRITE);
  }

  @Test
  void keepsTheOrderInWhichStreamsAreNamed() {
    StreamChoice choice = StreamChoice.byDefault(List.of("events", "customers", "events"));

    assertThat(choice.from(CATALOG, ALL).streams())
        .extracting(stream -> stream.name().toString())
        .containsExactly("events", "customers");
  }

  @Test
  void saysWhichStreamWasProbablyMeant() {
    StreamChoice choice = StreamChoice.byDefault(List.of("custmers"));

    assertThatThrownBy(() -> choice.from(CATALOG, ALL))
        .isInstanceOfSatisfying(
            GodwitException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(ErrorKind.CONFIG);
              assertThat(e.describe())
                  .isEqualTo(
                      "There is no stream custmers; did you mean customers?\n"
                          + "The source has: customers, events");
            });
  }

  @Test
  void readsEverythingWhereEverythingIsReplaced() {
    List<ConfiguredStream> streams =
        StreamChoice.byDefault(List.of())
            .withWriteMode(WriteMode.OVERWRITE)
            .from(CATALOG, ALL)
            .streams();

    assertThat(streams).extracting(ConfiguredStream::syncMode).containsOnly(SyncMode.FULL_REFRESH);
    assertThat(streams).extracting(ConfiguredStream::writeMode).containsOnly(WriteMode.OVERWRITE);
  }

  @Test
  void neverReplacesATableWithChangesAlone() {
    ConfiguredStream customers =
        StreamChoice.byDefault(List.of("customers"))
            .withWriteMode(WriteMode.OVERWRITE)
            .from(CATALOG, ALL)
            .streams()
            .getFirst();

    assertThat(customers.syncMode()).isEqualTo(SyncMode.FULL_REFRESH);
  }

  @Test
  void writesChangesInTheModeThatWasAskedFor() {
    ConfiguredStream customers =
        StreamChoice.byDefault(List.of("customers"))
            .withWriteMode(WriteMode.APPEND)
            .from(CATALOG, ALL)
            .streams()
            .getFirst();

    assertThat(customers.syncMode()).isEqualTo(SyncMode.INCREMENTAL);
    assertThat(customers.writeMode()).isEqualTo(WriteMode.APPEND);
  }

  @Test
  void refusesToDeduplicateWithoutAKey() {
    StreamChoice choice = StreamChoice.byDefault(List.of()).withWriteMode(WriteMode.APPEND_DEDUP);

    assertThatThrownBy(() -> choice.from(CATALOG, ALL))
        .isInstanceOfSatisfying(
            GodwitException.class,
            e ->
                assertThat(e.describe())
                    .startsWith("stream events: ")
                    .contains("no primary key", "append-dedup", "append or overwrite"));
  }

  @Test
  void takesAModeThatTheDestinationHasWhereNoneIsAskedFor() {
    assertThat(StreamChoice.byDefault(List.of()).from(CATALOG, FEW).streams())
        .extracting(ConfiguredStream::writeMode)
        .containsExactly(WriteMode.APPEND, WriteMode.OVERWRITE);
  }

  @Test
  void refusesAModeThatTheDestinationLacks() {
    StreamChoice choice =
        StreamChoice.byDefault(List.of("customers")).withWriteMode(WriteMode.HISTORY);
    assertThatThrownBy(() -> choice.from(CATALOG, FEW))
        .isInstanceOfSatisfying(
            GodwitException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(ErrorKind.CONFIG);
              assertThat(e.code()).isEqualTo("destination.write-mode");
              assertThat(e.describe())
                  .isEqualTo(
                      "stream customers: The destination can't be written with history.\n"
                          + "It offers append, overwrite.");
            });
  }

  private static Stream stream(String name, boolean keyed, boolean incremental) {
    return new Stream(
        StreamName.of(name),
        Map.of(),
        incremental
            ? Set.of(SyncMode.FULL_REFRESH, SyncMode.INCREMENTAL)
            : Set.of(SyncMode.FULL_REFRESH),
        incremental,
        incremental ? List.of("updated_at") : List.of(),
        keyed ? List.of(List.of("id")) : List.of(),
        false,
        false);
  }
}
