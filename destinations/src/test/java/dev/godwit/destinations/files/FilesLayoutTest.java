package dev.godwit.destinations.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.PastRun;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.WriteMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where files lie, and what is in them.
class FilesLayoutTest {
  @TempDir private Path folder;

  private ShopFiles shop(String format, String options) {
    return new ShopFiles(format, folder.resolve("shop"), options);
  }

  @Test
  void filesArePartedByValuesAndByTimes() {
    ShopFiles shop = shop("parquet", "?partition=country,at:month");
    shop.landed(
        WriteMode.APPEND,
        1,
        """
        {"id":1,"country":"DE","at":"2024-02-29T23:30:00Z"}
        {"id":2,"country":"DE","at":"2024-02-29T23:30:00-02:00"}
        {"id":3,"country":null,"at":"2024-02-01T00:00:00Z"}
        {"id":4,"country":"Côte d'Ivoire/x"}
        """);
    assertThat(shop.folders())
        .containsExactly(
            "orders/country=C%C3%B4te%20d%27Ivoire%2Fx/at_month=__HIVE_DEFAULT_PARTITION__",
            "orders/country=DE/at_month=2024-02",
            "orders/country=DE/at_month=2024-03",
            "orders/country=__HIVE_DEFAULT_PARTITION__/at_month=2024-02");
    assertThat(shop.query("select country from orders where id = 4"))
        .containsExactly(List.of("Côte d'Ivoire/x"));
  }

  @Test
  void aTemplateNamesFoldersByTheTimeOfTheCommit() {
    ShopFiles shop = shop("jsonl", "?path=raw/{namespace}/{stream}/{year}/{month}-{day}");
    shop.landed(WriteMode.APPEND, 1, "{\"id\":1}");
    assertThat(shop.folders()).containsExactly("raw/orders/2026/02-03");
    assertThat(shop.files().getFirst()).matches(".*/20260203T120000Z-[0-9a-f-]{18}\\.jsonl");
  }

  @Test
  void manyRowsMakeSeveralFiles() {
    ShopFiles shop = shop("csv", "?file_size=4MB");
    String rows =
        IntStream.range(0, 12_000)
            .mapToObj(id -> "{\"id\":%d,\"note\":\"%s\"}".formatted(id, "x".repeat(1_000)))
            .collect(Collectors.joining("\n"));
    shop.landed(WriteMode.APPEND, 1, rows);
    assertThat(shop.files()).hasSizeBetween(3, 4);
    assertThat(shop.query("select count(distinct id) from orders"))
        .containsExactly(List.of(12_000L));
  }

  @Test
  void linesMayBeCompressed() throws IOException {
    ShopFiles shop = shop("jsonl", "?compression=gzip");
    shop.landed(WriteMode.APPEND, 1, "{\"id\":1,\"note\":\"n\"}");
    Path file = shop.folder().resolve(shop.files().getFirst());
    assertThat(file.toString()).endsWith(".jsonl.gz");
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .matches(
              "\\{\"_airbyte_raw_id\":\"[0-9a-f-]{36}\",\"_airbyte_extracted_at\":"
                  + "\"2024-06-01T11:59:00Z\",\"_airbyte_meta\":\\{\"changes\":\\[]},"
                  + "\"_airbyte_generation_id\":0,\"id\":1,\"note\":\"n\"}\n");
    }
  }

  @Test
  void csvTellsNoValueFromEmptyTextAndKeepsLinesInQuotes() throws IOException {
    ShopFiles shop = shop("csv", "");
    shop.landed(
        WriteMode.APPEND,
        1,
        "{\"id\":1,\"country\":\"\",\"note\":\"a\\nb, \\\"c\\\"\"}\n{\"id\":2,\"note\":\"é\"}");
    String text = Files.readString(shop.folder().resolve(shop.files().getFirst()));
    assertThat(text).startsWith("_airbyte_raw_id,_airbyte_extracted_at,");
    assertThat(text).contains(",1,\"\",,\"a\nb, \"\"c\"\"\"\n").endsWith(",2,,,é\n");
    assertThat(shop.query("select country, note from orders order by id"))
        .containsExactly(List.of("", "a\nb, \"c\""), Arrays.asList(null, "é"));
  }

  @Test
  void parquetHasTypesAndZstd() {
    ShopFiles shop = shop("parquet", "");
    shop.landed(WriteMode.APPEND, 1, "{\"id\":1,\"at\":\"2024-02-29T23:30:00.123456Z\"}");
    String file = shop.folder().resolve(shop.files().getFirst()).toString();
    assertThat(
            shop.query(
                "select name, type, converted_type from parquet_schema('%s') where name in ('id', 'at', 'note')"
                    .formatted(file)))
        .containsExactly(
            List.of("id", "INT64", "INT_64"),
            List.of("at", "INT64", "TIMESTAMP_MICROS"),
            List.of("note", "BYTE_ARRAY", "UTF8"));
    assertThat(shop.query("select distinct compression from parquet_metadata('" + file + "')"))
        .containsExactly(List.of("ZSTD"));
  }

  @Test
  void runsAreRemembered() {
    ShopFiles shop = shop("jsonl", "");
    shop.landed(WriteMode.APPEND, 1, "{\"id\":1}\n{\"id\":2}");
    Clock later = Clock.offset(ShopFiles.NOON, Duration.ofHours(1));
    try (FilesDestination destination =
        FilesDestination.open("jsonl", shop.folder().toString(), Map.of(), later)) {
      assertThat(shop.sync(destination, WriteMode.APPEND, 2, "{\"id\":3}").error()).isNull();
      List<PastRun> past = destination.past(StreamName.of("orders"), 5);
      assertThat(past).extracting(PastRun::rows).containsExactly(1L, 2L);
      assertThat(past).extracting(PastRun::fromBeginning).containsExactly(false, true);
    }
    assertThat(shop.ids()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void aClearedStreamHasNoFilesAndCountsOn() {
    ShopFiles shop = shop("parquet", "");
    shop.landed(WriteMode.APPEND, 1, "{\"id\":1}\n{\"id\":2}");
    try (FilesDestination destination = shop.open()) {
      assertThat(destination.clear(StreamName.of("orders"))).isEqualTo(2);
      assertThat(destination.clear(StreamName.of("never"))).isZero();
      assertThat(destination.stored(StreamName.of("orders")).state()).isNull();
      assertThat(destination.stored(StreamName.of("orders")).generation()).isEqualTo(1);
    }
    assertThat(shop.files()).isEmpty();
    shop.landed(WriteMode.APPEND, 1, "{\"id\":7}");
    assertThat(shop.ids()).containsExactly(7L);
  }
}
