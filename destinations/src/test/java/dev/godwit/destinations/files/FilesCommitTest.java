package dev.godwit.destinations.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.Destination;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is committed, and what is left behind.
class FilesCommitTest {
  private static final StreamName ORDERS = StreamName.of("orders");

  @TempDir private Path folder;

  private ShopFiles shop(String format) {
    return new ShopFiles(format, folder.resolve("shop"), "");
  }

  @ParameterizedTest
  @EnumSource(FileStep.class)
  void whatAFailedCommitLeavesIsRemovedByTheNext(FileStep step) {
    ShopFiles shop = shop("jsonl");
    shop.landed(WriteMode.APPEND, 1, "{\"id\":1}");
    AtomicBoolean failed = new AtomicBoolean();
    try (Destination destination =
        shop.open(reached -> {
          if (reached == step && failed.compareAndSet(false, true)) {
            throw GodwitException.contract("test.failed", "A step fails.");
          }
        })) {
      assertThat(shop.sync(destination, WriteMode.APPEND, 2, "{\"id\":2}").succeeded()).isFalse();
    }
    boolean committed = step.compareTo(FileStep.COMMITTED) >= 0;
    assertThat(shop.ids()).isEqualTo(committed ? List.of(1L, 2L) : List.of(1L));

    shop.landed(WriteMode.APPEND, 2, "{\"id\":2}");

    assertThat(shop.ids()).containsExactly(1L, 2L);
    assertThat(shop.files()).hasSize(2);
  }

  @Test
  void aReplacementWaitsWhereReadersDoNotLookAndLeavesNothing() {
    ShopFiles shop = shop("parquet");
    shop.landed(WriteMode.OVERWRITE, 1, "{\"id\":1}", "{\"id\":2}");
    List<Integer> seen = new ArrayList<>();
    try (Destination destination =
        shop.open(reached -> {
          if (reached == FileStep.COMMITTED) {
            seen.add(shop.files().size());
          }
        })) {
      assertThat(shop.sync(destination, WriteMode.OVERWRITE, 2, "{\"id\":3}", "{\"id\":4}").error())
          .isNull();
    }
    assertThat(seen).containsExactly(2, 2, 4);
    assertThat(shop.ids()).containsExactly(3L, 4L);
    assertThat(shop.files()).hasSize(2);
    assertThat(shop.paths()).noneMatch(path -> path.contains("collected"));
  }

  @Test
  void ofTwoSyncsOfAStreamOneIsRefused() {
    ShopFiles shop = shop("jsonl");
    shop.landed(WriteMode.APPEND, 1, "{\"id\":1}");
    AtomicBoolean interfered = new AtomicBoolean();
    GodwitException refused;
    try (Destination destination =
        shop.open(reached -> {
          if (reached == FileStep.MADE && interfered.compareAndSet(false, true)) {
            shop.landed(WriteMode.APPEND, 2, "{\"id\":2}");
          }
        })) {
      refused = shop.sync(destination, WriteMode.APPEND, 2, "{\"id\":2}").error();
    }
    assertThat(refused.code()).isIn("storage.changed", "files.state-moved");
    assertThat(shop.ids()).containsExactly(1L, 2L);
  }

  @Test
  void filesOfAnotherFormatAreRefusedAndReplaced() {
    shop("jsonl").landed(WriteMode.APPEND, 1, "{\"id\":1}");
    GodwitException refused = shop("parquet").refused(WriteMode.APPEND, 2, "{\"id\":2}");
    assertThat(refused.code()).isEqualTo("files.other-format");
    assertThat(shop("jsonl").ids()).containsExactly(1L);

    shop("parquet").landed(WriteMode.OVERWRITE, 2, "{\"id\":2}");

    assertThat(shop("parquet").ids()).containsExactly(2L);
    assertThat(shop("parquet").files()).singleElement().asString().endsWith(".parquet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[1]", "{\"version\":1,\"stream\":\"orders\"", "no JSON"})
  void aDamagedLedgerIsRefused(String content) throws IOException {
    ShopFiles shop = shop("jsonl");
    shop.landed(WriteMode.APPEND, 1, "{\"id\":1}");
    Path ledger = shop.folder().resolve("_godwit/streams/orders.json");
    Files.writeString(ledger, content);
    try (Destination destination = shop.open()) {
      assertThatThrownBy(() -> destination.stored(ORDERS))
          .isInstanceOfSatisfying(
              GodwitException.class,
              e -> {
                assertThat(e.code()).isEqualTo("files.bad-ledger");
                assertThat(e.kind()).isEqualTo(ErrorKind.CONFIG);
              });
    }
    assertThat(shop.files()).hasSize(1);
  }

  @Test
  void aLedgerOfALaterGodwitIsRefused() throws IOException {
    ShopFiles shop = shop("jsonl");
    shop.landed(WriteMode.APPEND, 1, "{\"id\":1}");
    Path ledger = shop.folder().resolve("_godwit/streams/orders.json");
    Files.writeString(ledger, Files.readString(ledger).replace("\"version\":1,", "\"version\":2,"));
    try (Destination destination = shop.open()) {
      assertThatThrownBy(() -> destination.stored(ORDERS))
          .isInstanceOfSatisfying(
              GodwitException.class,
              e -> assertThat(e.code()).isEqualTo("destination.newer-state"));
    }
  }

  @Test
  void aStateThatIsNoObjectStopsAllButARefresh() throws IOException {
    ShopFiles shop = shop("jsonl");
    shop.landed(WriteMode.APPEND, 1, "{\"id\":1}");
    Path ledger = shop.folder().resolve("_godwit/streams/orders.json");
    Files.writeString(
        ledger, Files.readString(ledger).replaceFirst("\"state\":\\{[^}]*}", "\"state\":7"));
    assertThatThrownBy(() -> shop.landed(WriteMode.APPEND, 2, "{\"id\":2}"))
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("destination.bad-state"));
    assertThat(shop.ids()).containsExactly(1L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"append-dedup", "history"})
  void modesThatChangeRowsAreNotOffered(String mode) {
    try (Destination destination = shop("parquet").open()) {
      assertThat(destination.writeModes())
          .noneMatch(offered -> offered.wireName().equals(mode))
          .containsExactlyInAnyOrder(WriteMode.APPEND, WriteMode.OVERWRITE);
    }
  }

  @Test
  void afterManySyncsOnlyWhatIsCommittedIsThere() {
    ShopFiles shop = shop("csv");
    for (long reading = 1; reading <= 5; reading++) {
      shop.landed(WriteMode.OVERWRITE, reading, "{\"id\":%d}".formatted(reading));
    }
    assertThat(shop.ids()).containsExactly(5L);
    assertThat(shop.files()).hasSize(1);
  }
}
