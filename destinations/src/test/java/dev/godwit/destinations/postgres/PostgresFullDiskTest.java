package dev.godwit.destinations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Destination;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.sync.StreamReport;
import dev.godwit.destinations.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Servers whose disk is full. Only the superuser of Linux can make such a disk.
class PostgresFullDiskTest {
  private static final Stream ITEMS =
      Syncs.items("{\"id\": {\"type\":\"integer\"}, \"note\": {\"type\":\"string\"}}", "id");
  private static final String FEW_GUARDS = "host all all 127.0.0.1/32 trust\n";

  @TempDir Path folder;
  private @Nullable TestServer server;

  @BeforeEach
  void openFolder() throws IOException {
    TestServer.get();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @AfterEach
  void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  /// Rows with text that does not compress.
  private static String[] rows(int from, int to, int length) {
    return IntStream.range(from, to)
        .mapToObj(id -> "{\"id\":%d,\"note\":\"%s\"}".formatted(id, noise(id, length)))
        .toArray(String[]::new);
  }

  private static String noise(int seed, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < length; i++) {
      text.append(Long.toHexString((seed * 31L + i) * 0x9E3779B97F4A7C15L));
    }
    return text.substring(0, length);
  }

  private static StreamReport sync(TestDatabase database, WriteMode mode, String... rows) {
    try (Destination destination = Syncs.open(database)) {
      return Syncs.sync(destination, mode, 1 + rows.length, ITEMS, rows);
    }
  }

  private static @Nullable StreamState state(TestDatabase database) {
    try (Destination destination = Syncs.open(database)) {
      return destination.stored(ITEMS.name()).state();
    }
  }

  private static Object count(TestDatabase database) {
    return Objects.requireNonNull(
        database.value("select count(distinct id) from items where note is not null"));
  }

  @ParameterizedTest
  @EnumSource(names = {"APPEND", "OVERWRITE", "APPEND_DEDUP"})
  void aFullDiskLosesNothingAndTheNextRunGoesOn(WriteMode mode) throws Exception {
    try (SmallDisk disk = SmallDisk.of(folder.resolve("disk"), 24)) {
      TestServer own =
          TestServer.own(Files.createDirectory(folder.resolve("server")), "", FEW_GUARDS);
      server = own;
      own.hand(disk.folder());
      TestDatabase usual = new TestDatabase(own.url("postgres"));
      usual.execute("create tablespace small location '%s'".formatted(disk.folder()));
      usual.execute("create database shop tablespace small");
      TestDatabase shop = new TestDatabase(own.url("shop"));
      assertThat(sync(shop, mode, rows(0, 10, 10)).error()).isNull();
      StreamState before = state(shop);
      GodwitException full =
          Objects.requireNonNull(sync(shop, mode, rows(10, 3000, 10_000)).error());
      assertThat(full.code()).isEqualTo("postgres.disk-full");
      assertThat(full.kind()).isEqualTo(ErrorKind.TRANSIENT);
      assertThat(full.hint()).contains("space");
      assertThat(count(shop)).isEqualTo(10L);
      assertThat(state(shop)).isEqualTo(before);
      disk.growTo(300);
      assertThat(sync(shop, mode, rows(10, 3000, 10_000)).error()).isNull();
      assertThat(count(shop)).isEqualTo(mode.replacesAll() ? 2990L : 3000L);
    }
  }

  @Test
  void aServerThatCrashesForLackOfSpaceLosesNothing() throws Exception {
    try (SmallDisk disk = SmallDisk.of(folder.resolve("disk"), 40)) {
      TestServer.get().hand(disk.folder());
      TestServer own =
          TestServer.own(
              Files.createDirectory(folder.resolve("server")),
              "",
              FEW_GUARDS,
              "--waldir=" + disk.folder());
      server = own;
      TestDatabase shop = new TestDatabase(own.url("postgres"));
      assertThat(sync(shop, WriteMode.APPEND, rows(0, 10, 10)).error()).isNull();
      StreamState before = state(shop);
      StreamReport full = sync(shop, WriteMode.APPEND, rows(10, 6000, 10_000));
      assertThat(Objects.requireNonNull(full.error()).kind()).isEqualTo(ErrorKind.TRANSIENT);
      disk.growTo(300);
      own.restart();
      assertThat(count(shop)).isEqualTo(10L);
      assertThat(state(shop)).isEqualTo(before);
      assertThat(sync(shop, WriteMode.APPEND, rows(10, 6000, 10_000)).error()).isNull();
      assertThat(count(shop)).isEqualTo(6000L);
    }
  }
}
