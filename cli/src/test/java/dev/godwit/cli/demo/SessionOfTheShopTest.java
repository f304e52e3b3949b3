package dev.godwit.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.Captured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionOfTheShopTest {
  @TempDir private Path folder;

  @Test
  void pagesAndSubstreamsAreReplayedWhenTheShopIsClosed() throws IOException {
    long rows;
    try (ShopVisit visit = ShopVisit.in(folder)) {
      rows = visit.allRows();
      Captured recorded = visit.run("record", "--out", "shop.session.yaml");
      assertThat(recorded.exitCode()).as(recorded.err() + recorded.out()).isZero();
    }

    Captured tested = Captured.run(folder, "test");

    assertThat(tested.exitCode()).as(tested.out()).isZero();
    assertThat(tested.out()).contains("3 streams", "%,d rows".formatted(rows));
    assertThat(Files.readString(folder.resolve("shop.session.yaml")))
        .contains("redacted.api_token")
        .doesNotContain(ShopApi.TOKEN);
  }

  @Test
  void aReadingWithALimitIsReplayedWithIt() {
    try (ShopVisit visit = ShopVisit.in(folder)) {
      Captured recorded =
          visit.run("record", "--streams", "orders", "--limit", "30", "--out", "few.session.yaml");
      assertThat(recorded.exitCode()).as(recorded.err() + recorded.out()).isZero();
    }

    assertThat(Captured.run(folder, "test", "few.session.yaml").out()).contains("30 rows");
  }
}
