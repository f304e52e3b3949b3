package dev.godwit.destinations.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Destination;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.sync.StreamReport;
import dev.godwit.destinations.SmallDisk;
import dev.godwit.storage.s3.S3Server;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the world may do to files.
class FilesFaultsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"jsonl", "parquet"})
  void aFullDiskStopsTheSyncAndTheNextOneGoesOn(String format) throws Exception {
    try (SmallDisk disk = SmallDisk.of(folder.resolve("disk"), 6)) {
      ShopFiles shop = new ShopFiles(format, disk.folder().resolve("shop"), "");
      shop.landed(WriteMode.APPEND, 1, "{\"id\":1}");

      GodwitException refused = shop.refused(WriteMode.APPEND, 2, large());

      assertThat(refused.code()).isIn("storage.full", "files.staging", "duckdb.disk-full");
      assertThat(refused.kind()).isEqualTo(ErrorKind.TRANSIENT);
      assertThat(shop.ids()).containsExactly(1L);
      shop.landed(WriteMode.APPEND, 2, "{\"id\":2}");
      assertThat(shop.ids()).containsExactly(1L, 2L);
    }
  }

  private static String large() {
    return IntStream.range(100, 20_000)
        .mapToObj(id -> "{\"id\":%d,\"note\":\"%s\"}".formatted(id, "x".repeat(1_000)))
        .collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "AWS_SECRET_ACCESS_KEY, wrong, shop-data, storage.denied",
    "AWS_ACCESS_KEY_ID, nobody, shop-data, storage.denied",
    "AWS_REGION, us-east-1, no-such-bucket, storage.not-found"
  })
  void aBucketThatRefusesIsToldBeforeAnythingLands(
      String variable, String value, String bucket, String code) {
    try (S3Server server = S3Server.start()) {
      Map<String, String> variables = new HashMap<>(server.variables());
      variables.put(variable, value);
      ShopFiles shop = new ShopFiles("jsonl", folder, "");
      try (Destination destination =
          FilesDestination.open("jsonl", "s3://" + bucket + "/shop", variables, ShopFiles.NOON)) {
        assertThat(destination.check().problem()).isNotNull();
        GodwitException refused = refused(() -> destination.stored(ShopFiles.ORDERS.name()));
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.kind()).isEqualTo(ErrorKind.CONFIG);
        assertThat(refused.hint()).isNotNull();
        assertThat(refused.describe()).doesNotContain("wrong");
      }
      assertThat(shop.paths()).isEmpty();
    }
  }

  private static GodwitException refused(Runnable call) {
    try {
      call.run();
    } catch (GodwitException e) {
      return e;
    }
    throw new AssertionError("nothing was refused");
  }

  @Test
  void afterADamagedUploadTheBucketHasWholeFilesOnly() {
    try (S3Server server = S3Server.start()) {
      ShopFiles shop = new ShopFiles("jsonl", folder, "");
      StreamReport report;
      try (Destination destination =
          FilesDestination.open(
              "jsonl",
              "s3://" + server.bucket() + "/shop",
              server.variables(),
              ShopFiles.NOON,
              step -> {
                if (step == FileStep.STORED) {
                  throw GodwitException.contract("test.failed", "The network is gone.");
                }
              })) {
        report = shop.sync(destination, WriteMode.APPEND, 1, "{\"id\":1}");
      }
      assertThat(report.error().code()).isEqualTo("test.failed");
      try (FilesDestination destination =
          FilesDestination.open(
              "jsonl", "s3://" + server.bucket() + "/shop", server.variables(), ShopFiles.NOON)) {
        assertThat(shop.sync(destination, WriteMode.APPEND, 1, "{\"id\":1}").error()).isNull();
        assertThat(destination.ledgers().look(ShopFiles.ORDERS.name()).current().rows())
            .isEqualTo(1);
      }
      assertThat(
              server
                  .client()
                  .listObjectsV2(list -> list.bucket(server.bucket()))
                  .contents()
                  .stream()
                  .filter(
                      object -> object.key().endsWith(".jsonl") && !object.key().contains("runs")))
          .hasSize(1);
    }
  }
}
