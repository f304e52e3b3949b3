package dev.godwit.protocol.write;

import static dev.godwit.protocol.write.Script.appending;
import static dev.godwit.protocol.write.Script.complete;
import static dev.godwit.protocol.write.Script.entry;
import static dev.godwit.protocol.write.Script.row;
import static dev.godwit.protocol.write.Script.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.Generation;
import dev.godwit.core.StoredStream;
import dev.godwit.core.StoredStream.Unfinished;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.protocol.message.DestinationSyncMode;
import dev.godwit.protocol.wire.SyncCatalog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Which rows go, and when.
class GenerationsTest extends Writing {
  @Test
  void oldRowsGoWhenTheStreamIsComplete() {
    shelf.committed.put(ORDERS, new ArrayList<>(List.of("old")));

    run(
        truncating(DestinationSyncMode.APPEND, 3),
        row("orders", "{}"),
        state("orders", 1),
        complete("orders"));

    assertThat(shelf.rows("orders")).containsExactly("{}");
    assertThat(shelf.plans.getFirst().generation()).isEqualTo(Generation.replacing(3));
  }

  @Test
  void aStreamThatIsEmptyNowLosesItsOldRows() {
    shelf.committed.put(ORDERS, new ArrayList<>(List.of("old")));

    run(truncating(DestinationSyncMode.OVERWRITE, 3), complete("orders"));

    assertThat(shelf.rows("orders")).isEmpty();
  }

  @Test
  void theEndOfTheInputIsNoSuccessForThoseThatReplace() {
    shelf.committed.put(ORDERS, new ArrayList<>(List.of("old")));

    boolean whole =
        run(truncating(DestinationSyncMode.APPEND, 3), row("orders", "{}"), state("orders", 1));

    assertThat(whole).isFalse();
    assertThat(shelf.rows("orders")).containsExactly("old");
    assertThat(states()).hasSize(1);
    assertThat(shelf.checkpoints)
        .singleElement()
        .satisfies(checkpoint -> {
          assertThat(checkpoint.extent()).isEqualTo(Extent.PARTIAL);
          assertThat(checkpoint.state().value()).isEqualTo(Map.of("at", 1L));
        });
  }

  @Test
  void aSourceWithoutStatusesIsCompleteAtItsEndWhereNothingGoes() {
    boolean whole = run(appending("orders"), row("orders", "{}"));

    assertThat(whole).isTrue();
    assertThat(shelf.rows("orders")).containsExactly("{}");
  }

  @Test
  void aReplacementIsGoneOnWithByTheSameGeneration() {
    StreamState state = new StreamState(ORDERS, Map.of("at", 1L));
    shelf.stored.put(
        ORDERS,
        new StoredStream(
            null,
            2,
            new Unfinished(3, SyncMode.INCREMENTAL, WriteMode.APPEND, state, Instant.EPOCH)));

    run(truncating(DestinationSyncMode.APPEND, 3), row("orders", "{}"), complete("orders"));

    assertThat(shelf.plans.getFirst().generation()).isEqualTo(Generation.replacing(3));
    assertThat(shelf.plans.getFirst().state()).isEqualTo(state);
  }

  @Test
  void aGenerationThatIsCompleteTakesMoreRows() {
    shelf.stored.put(ORDERS, new StoredStream(null, 3, null));

    run(truncating(DestinationSyncMode.APPEND, 3), row("orders", "{}"), complete("orders"));

    assertThat(shelf.plans.getFirst().generation()).isEqualTo(Generation.keeping(3));
  }

  @Test
  void aGenerationThatIsOverwrittenAgainWithoutRowsKeepsThem() {
    shelf.stored.put(ORDERS, new StoredStream(null, 3, null));
    shelf.committed.put(ORDERS, new ArrayList<>(List.of("old")));

    boolean whole = run(truncating(DestinationSyncMode.OVERWRITE, 3), complete("orders"));

    assertThat(whole).isTrue();
    assertThat(shelf.rows("orders")).containsExactly("old");
    assertThat(shelf.plans).isEmpty();
  }

  @Test
  void aGenerationThatIsOverwrittenAgainWithRowsIsReplaced() {
    shelf.stored.put(ORDERS, new StoredStream(null, 3, null));
    shelf.committed.put(ORDERS, new ArrayList<>(List.of("old")));

    run(truncating(DestinationSyncMode.OVERWRITE, 3), row("orders", "{}"), complete("orders"));

    assertThat(shelf.rows("orders")).containsExactly("{}");
  }

  @Test
  void withoutGenerationsOnlyOverwritingReplaces() {
    shelf.stored.put(ORDERS, new StoredStream(null, 4, null));

    run(
        new SyncCatalog(List.of(entry("orders", DestinationSyncMode.OVERWRITE, null, null))),
        complete("orders"));
    run(
        new SyncCatalog(List.of(entry("orders", DestinationSyncMode.APPEND, null, null))),
        complete("orders"));

    assertThat(shelf.plans)
        .extracting("generation")
        .containsExactly(Generation.replacing(5), Generation.keeping(4));
  }
}
