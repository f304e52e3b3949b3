package dev.godwit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import dev.godwit.row.Row;
import dev.godwit.row.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows of a source, read without a cache.
class RowsTest {
  @TempDir private Path folder;
  private ShopApi api;
  private SourceBuilder source;

  @BeforeEach
  void open() throws IOException {
    api = new ShopApi();
    source = api.source(folder);
  }

  @AfterEach
  void close() {
    api.close();
  }

  record Visit(int page, String path) {}

  @Test
  void rowsComeInTheirOrder() {
    api.visitPages(3);
    try (Rows rows = source.stream("visits")) {
      List<Object> pages = new ArrayList<>();
      rows.forEach(row -> pages.add(row.require("page")));
      assertThat(pages).isEqualTo(List.of(0L, 0L, 1L, 1L, 2L));
    }
    try (Stream<Visit> visits = source.stream("visits").as(Visit.class)) {
      assertThat(visits.findFirst()).hasValue(new Visit(0, "/tea"));
    }
  }

  @Test
  void noMoreIsAskedForThanIsTaken() {
    api.visitPages(1000);
    try (Stream<Row> visits = source.stream("visits").stream()) {
      assertThat(visits.limit(4)).hasSize(4);
    }
    // Two pages were taken from; one waited, one was on its way, and one may have been asked for.
    assertThat(api.requests.get()).isBetween(2, 5);
  }

  @Test
  void closingEndsTheRequestThatIsUnderWay() throws Exception {
    api.visitPages(5);
    api.stallAt(1);
    try (Rows rows = source.stream("visits")) {
      Iterator<Row> walk = rows.iterator();
      assertThat(walk.next()).isEqualTo(Row.of(Map.of("page", 0L, "path", "/tea")));
      api.stalled.await();
    }
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void closingLetsGoWhoeverWaitsForTheNextRow() throws Exception {
    api.visitPages(5);
    api.stallAt(0);
    List<Boolean> more = Collections.synchronizedList(new ArrayList<>());
    Rows rows = source.stream("visits");
    Thread waiting = Thread.startVirtualThread(() -> more.add(rows.iterator().hasNext()));
    api.stalled.await();
    rows.close();
    waiting.join();
    assertThat(more).containsExactly(false);
  }

  @Test
  void interruptingWhoeverWaitsEndsTheReading() throws Exception {
    api.stallAt(0);
    List<Object> outcome = Collections.synchronizedList(new ArrayList<>());
    Thread waiting =
        Thread.startVirtualThread(() -> {
          try (Rows rows = source.stream("visits")) {
            outcome.add(rows.iterator().hasNext());
          } catch (GodwitException e) {
            outcome.add(e.code());
          }
        });
    api.stalled.await();
    waiting.interrupt();
    waiting.join();
    assertThat(outcome).containsExactly("rows.cancelled");
  }

  @Test
  void rowsAreGoneThroughOnce() {
    try (Rows rows = source.stream("orders")) {
      assertThat(rows.stream()).hasSize(2);
      assertThatIllegalStateException().isThrownBy(rows::iterator);
    }
  }

  @Test
  void failuresAreThrownWhereRowsAreTaken() {
    SourceBuilder stranger = source.config("api_token", "wrong");
    try (Rows rows = stranger.stream("orders")) {
      assertThatThrownBy(() -> rows.iterator().hasNext())
          .isInstanceOfSatisfying(
              GodwitException.class,
              e -> {
                assertThat(e.describe()).contains("403", "stream orders");
                assertThat(e.describe()).doesNotContain("wrong");
              });
    }
    assertThatThrownBy(() -> source.stream("ordres")).hasMessageContaining("did you mean orders?");
  }
}
