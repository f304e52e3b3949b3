package dev.godwit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.cache.Cache;
import dev.godwit.cache.CachedColumn;
import dev.godwit.cache.CachedStream;
import dev.godwit.cache.ReadResult;
import dev.godwit.cache.WriteStrategy;
import dev.godwit.core.ShrinkPolicy;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.schema.FieldType;
import dev.godwit.core.sync.RunPolicy;
import dev.godwit.progress.Progress;
import dev.godwit.row.Row;
import dev.godwit.row.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Streams read into a cache.
class ReadTest {
  @TempDir private Path folder;
  private ShopApi api;
  private SourceBuilder source;
  private Path file;

  @BeforeEach
  void open() throws IOException {
    api = new ShopApi();
    source = api.source(folder);
    file = folder.resolve("deep").resolve("cache.duckdb");
  }

  @AfterEach
  void close() {
    api.close();
  }

  private List<Object> ids() {
    try (Stream<Row> orders = Godwit.cache(file).stream("orders").stream()) {
      return orders.map(order -> order.require("id")).sorted().toList();
    }
  }

  record Line(String sku, int count) {}

  record Order(
      long id, LocalDate placedAt, double total, Optional<String> note, List<Line> lines) {}

  @Test
  void readsTheSelectedStreamsIntoACache() {
    ReadResult result = source.select("orders").into(file).read();

    assertThat(result.streams()).containsExactly("orders");
    assertThat(result.rows()).isEqualTo(2);
    assertThat(result.rows("orders")).isEqualTo(2);
    assertThat(result.rows("visits")).isZero();
    assertThat(result.report().succeeded()).isTrue();
    CachedStream orders = result.stream("orders");
    assertThat(orders.count()).isEqualTo(2);
    assertThat(orders.primaryKey()).containsExactly(List.of("id"));
    assertThat(orders.columns())
        .containsExactly(
            new CachedColumn("id", FieldType.BIGINT),
            new CachedColumn("placed_at", FieldType.DATE),
            new CachedColumn("total", FieldType.DOUBLE),
            new CachedColumn("note", FieldType.VARCHAR),
            new CachedColumn("lines", FieldType.JSON));
  }

  @Test
  void mapsRowsToRecords() {
    assertThat(source.into(file).read().stream("orders").list(Order.class))
        .containsExactlyInAnyOrder(
            new Order(
                1, LocalDate.of(2024, 3, 1), 10.5, Optional.empty(), List.of(new Line("tea", 2))),
            new Order(2, LocalDate.of(2024, 3, 2), 4, Optional.of("gift"), List.of()));
  }

  @Test
  void answersSqlAndGivesAConnectionThatOnlyReads() throws SQLException {
    Cache cache = source.into(file).read().cache();
    try (Rows rows = cache.query("select id, total * 2 as twice from orders order by id")) {
      assertThat(rows.stream().map(Row::toJson))
          .containsExactly("{\"id\":1,\"twice\":21.0}", "{\"id\":2,\"twice\":8.0}");
    }
    try (Connection connection = cache.connection();
        Statement statement = connection.createStatement()) {
      try (ResultSet found = statement.executeQuery("select count(*) from orders")) {
        assertThat(found.next()).isTrue();
        assertThat(found.getLong(1)).isEqualTo(2);
      }
      assertThatThrownBy(() -> statement.execute("delete from orders"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void aCacheIsReadWithoutASync() {
    source.into(file).read();
    int requests = api.requests.get();
    api.close();

    Cache cache = Godwit.cache(file);

    assertThat(cache.streams()).containsExactly("orders", "visits");
    assertThat(ids()).isEqualTo(List.of(1L, 2L));
    assertThat(cache).extracting(CachedStream::name).containsExactly("orders", "visits");
    assertThat(api.requests).hasValue(requests);
    assertThatThrownBy(() -> cache.stream("ordres"))
        .isInstanceOfSatisfying(
            GodwitException.class,
            e -> {
              assertThat(e.message()).contains("did you mean orders?");
              assertThat(e.hint()).contains("orders, visits");
            });
  }

  @Test
  void readsOnFromWhereItStoppedUnlessAFullRefreshIsForced() {
    ReadBuilder reading = source.select("orders").into(file);
    reading.read();
    api.clear();
    api.order(3, "2024-03-03", "1", "null", "[]");

    assertThat(reading.read().report().streams().getFirst().plan().state()).isNotNull();
    assertThat(ids()).isEqualTo(List.of(1L, 2L, 3L));

    assertThat(reading.forceFullRefresh().read().report().streams().getFirst().plan().state())
        .isNull();
    assertThat(ids()).isEqualTo(List.of(3L));
  }

  @Test
  void strategiesSayHowRowsJoin() {
    ReadBuilder reading = source.select("orders").into(file).forceFullRefresh();
    reading.read();

    reading.strategy(WriteStrategy.APPEND).read();
    assertThat(ids()).isEqualTo(List.of(1L, 1L, 2L, 2L));

    assertThatThrownBy(() -> reading.strategy(WriteStrategy.REPLACE).read())
        .hasMessageContaining("primary key changes");
    reading.strategy(WriteStrategy.REPLACE).accept("orders").read();
    assertThat(ids()).isEqualTo(List.of(1L, 2L));

    api.clear();
    api.order(2, "2024-03-05", "7", "null", "[]");
    reading.strategy(WriteStrategy.MERGE).read();
    assertThat(ids()).isEqualTo(List.of(1L, 2L));
    assertThat(Godwit.cache(file).stream("orders").list(Order.class))
        .extracting(Order::total)
        .containsExactlyInAnyOrder(10.5, 7.0);
  }

  @Test
  void mergingNeedsAKeyWhichTheCallerMayGive() {
    ReadBuilder reading = source.select("visits").into(file).strategy(WriteStrategy.MERGE);
    assertThatThrownBy(reading::read)
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("stream.no-key"));

    api.visitPages(3);
    reading.primaryKey("visits", "page").read();

    assertThat(Godwit.cache(file).stream("visits").count()).isEqualTo(3);
    assertThatThrownBy(() -> reading.cursor("orders", "placed_at"))
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("stream.not-selected"));
  }

  @Test
  void anEmptiedSourceEmptiesItsTable() {
    ReadBuilder reading = source.select("orders").into(file).strategy(WriteStrategy.REPLACE);
    reading.read();
    api.clear();
    reading.read();
    assertThat(ids()).isEmpty();

    for (int id = 0; id < 20; id++) {
      api.order(id, "2024-03-01", "1", "null", "[]");
    }
    reading.read();
    api.clear();
    assertThatThrownBy(reading::read)
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("sync.refresh-shrunk"));
    reading.policy(RunPolicy.USUAL.with(ShrinkPolicy.ALLOW)).read();
    assertThat(ids()).isEmpty();
  }

  @Test
  void aFailingStreamIsThrownAndWhatOthersBroughtStays() {
    api.breakVisits();
    ReadBuilder reading = source.into(file).policy(RunPolicy.ONCE);

    assertThatThrownBy(reading::read)
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.place().stream()).isEqualTo("visits"));
    assertThat(ids()).isEqualTo(List.of(1L, 2L));

    ReadResult result = reading.allowFailures().read();
    assertThat(result.report().succeeded()).isFalse();
    assertThatThrownBy(result::orThrow).isInstanceOf(GodwitException.class);
  }

  @Test
  void keyTwiceInOneReadingIsOneRow() {
    api.order(1, "2024-03-04", "99", "null", "[]");
    source.select("orders").into(file).read();

    assertThat(Godwit.cache(file).stream("orders").list(Order.class))
        .extracting(Order::total)
        .containsExactlyInAnyOrder(99.0, 4.0);
  }

  @Test
  void somebodyHearsHowFarItIs() {
    List<Progress> heard = Collections.synchronizedList(new ArrayList<>());
    source.select("orders").into(file).progress(heard::add).read();

    assertThat(heard.getFirst().phase()).isEqualTo(Progress.Phase.READING);
    Progress last = heard.getLast();
    assertThat(last.phase()).isEqualTo(Progress.Phase.SUCCEEDED);
    assertThat(last.isOver()).isTrue();
    assertThat(last.rowsRead()).isEqualTo(2);
    assertThat(last.rowsCommitted()).isEqualTo(2);
    assertThat(last.bytesRead()).isPositive();
    assertThat(last.requests()).isEqualTo(1);
    assertThat(last.error()).isNull();
  }

  @Test
  void aListenerThatThrowsDoesNotEndTheReading() {
    ReadBuilder reading =
        source
            .select("orders")
            .into(file)
            .progress(progress -> {
              throw new IllegalStateException("of the listener");
            });
    assertThat(reading.read().rows()).isEqualTo(2);
  }

  @Test
  void aReadingIsCancelledByItsHandle() throws Exception {
    api.stallAt(1);
    api.visitPages(5);
    try (Reading reading = source.select("visits").into(file).start()) {
      api.stalled.await();
      assertThat(reading.isDone()).isFalse();
      reading.cancel();
      assertThatThrownBy(reading::await)
          .isInstanceOfSatisfying(
              GodwitException.class, e -> assertThat(e.code()).isEqualTo("sync.cancelled"));
    }
  }

  @Test
  void aReadingEndsByItself() throws Exception {
    try (Reading reading = source.select("orders").into(file).start()) {
      assertThat(reading.await().rows()).isEqualTo(2);
    }
  }

  @Test
  void interruptingTheThreadEndsTheReading() throws Exception {
    api.stallAt(1);
    api.visitPages(5);
    List<Object> outcome = Collections.synchronizedList(new ArrayList<>());
    Thread thread =
        Thread.ofPlatform()
            .start(() -> {
              try {
                outcome.add(source.select("visits").into(file).read());
              } catch (GodwitException e) {
                outcome.add(e.code());
                outcome.add(Thread.currentThread().isInterrupted());
              }
            });
    api.stalled.await();
    thread.interrupt();
    thread.join();
    assertThat(outcome).containsExactly("sync.cancelled", true);
  }

  @Test
  void sourcesOfTheSameStreamsHaveCachesOfTheirOwn() throws IOException {
    Path other = Files.createDirectory(folder.resolve("source-other"));
    Path manifest = Files.copy(folder.resolve("shop.yaml"), other.resolve("manifest.yaml"));
    assertThat(Godwit.source(manifest).cache().uri())
        .isEqualTo("duckdb:" + Path.of(".godwit", "cache", "source-other.duckdb"));
    assertThat(source.cache().uri())
        .isEqualTo("duckdb:" + Path.of(".godwit", "cache", "shop.duckdb"));
    assertThat(Godwit.source("pip:airbyte-source-faker==7.2.1").cache().uri())
        .endsWith("airbyte-source-faker-7.2.1.duckdb");
  }

  @Test
  void aCacheMayBeAskedWhileItsRowsAreRead() {
    CachedStream orders = source.into(file).read().stream("orders");
    try (Rows rows = orders.rows();
        Rows others = Godwit.cache(file).query("from orders")) {
      assertThat(rows.stream().map(_ -> orders.count())).containsExactly(2L, 2L);
      assertThat(others.stream()).hasSize(2);
    }
  }

  @Test
  void aCacheThatIsBeingReadIsNotWritten() throws SQLException {
    ReadBuilder reading = source.into(file).policy(RunPolicy.ONCE);
    try (Connection connection = reading.read().cache().connection()) {
      assertThat(connection.isReadOnly()).isTrue();
      assertThatThrownBy(reading::read)
          .isInstanceOfSatisfying(
              GodwitException.class,
              e -> {
                assertThat(e.code()).isEqualTo("duckdb.locked");
                assertThat(e.hint()).contains("Close rows");
              });
    }
    assertThat(reading.read().streams()).hasSize(2);
  }

  @Test
  void manyThreadsMayShareASourceAndACache() throws Exception {
    Cache shared = source.into(file).read().cache();
    List<Callable<Long>> work = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Path own = folder.resolve(i + ".duckdb");
      work.add(() -> source.select("orders").into(own).read().stream("orders").count());
      work.add(() -> shared.stream("orders").count());
      work.add(() -> (long) shared.stream("orders").list(Order.class).size());
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Long> done : threads.invokeAll(work)) {
        assertThat(done.get()).isEqualTo(2);
      }
    }
  }

  @Test
  void filesAreCachesToo() {
    String uri = "parquet:" + folder.resolve("files");
    ReadResult result = source.select("orders").read(uri);

    assertThat(result.stream("orders").count()).isEqualTo(2);
    assertThat(result.stream("orders").list(Order.class)).hasSize(2);
    assertThatThrownBy(() -> result.cache().connection())
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("query.no-jdbc"));
  }
}
