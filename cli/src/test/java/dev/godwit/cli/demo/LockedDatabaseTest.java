package dev.godwit.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.Captured;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LockedDatabaseTest {
  @TempDir private Path folder;

  @Test
  void saysWhichProcessHoldsTheDatabaseAndLeavesItAlone() throws Exception {
    try (ShopVisit visit = ShopVisit.in(folder)) {
      visit.sync("--streams", "products");
      byte[] before = Files.readAllBytes(visit.database());
      try (OtherProcess holder =
          OtherProcess.start(folder, DatabaseHolder.class, visit.database().toString())) {
        assertThat(holder.line()).isEqualTo("open");
        long requests = visit.requests();

        Captured sync = visit.run("sync", visit.destination());
        Captured query = Captured.run(folder, "query", visit.database().toString(), "select 1");

        assertThat(sync.exitCode()).isEqualTo(1);
        assertThat(sync.err())
            .contains("shop.duckdb", "in use by process " + holder.pid(), "nothing was changed")
            .doesNotContain("\tat ");
        assertThat(query.exitCode()).isEqualTo(1);
        assertThat(query.err()).contains("process " + holder.pid());
        assertThat(visit.requests()).isEqualTo(requests);
      }
      assertThat(Files.readAllBytes(visit.database())).isEqualTo(before);
    }
  }
}
