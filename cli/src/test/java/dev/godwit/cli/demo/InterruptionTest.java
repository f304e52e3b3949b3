package dev.godwit.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.godwit.cli.Main;
import dev.godwit.cli.ParsedJson;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class InterruptionTest {
  @TempDir private Path folder;

  @Test
  void leavesADatabaseThatTheNextSyncCompletes() throws Exception {
    assumeFalse(
        OtherProcess.isDeafToInterrupts(), "started in the background, where Ctrl-C is not heard");
    try (ShopVisit visit = ShopVisit.in(folder);
        StalledShop stalled = new StalledShop(visit.shop(), "cus_00100")) {
      try (OtherProcess sync = start(visit, stalled)) {
        stalled.awaitStall();
        sync.interrupt();

        assertThat(sync.exitCode()).isEqualTo(130);
        ParsedJson report = ParsedJson.of(sync.rest());
        assertThat(report.value("cancelled")).isEqualTo(true);
        assertThat(report.value("succeeded")).isEqualTo(false);
      }

      visit.sync();

      assertThat(visit.number("select count(*) from orders"))
          .isEqualTo(visit.number("select count(distinct id) from orders"))
          .isEqualTo(visit.shop().orders().size());
      assertThat(visit.number("select count(*) from customers")).isEqualTo(120);
    }
  }

  private OtherProcess start(ShopVisit visit, StalledShop stalled) throws Exception {
    return OtherProcess.start(
        folder,
        Main.class,
        "sync",
        "demo.yaml",
        visit.destination(),
        "--json",
        "--set",
        "url=" + stalled.url(),
        "--set",
        "api_token=" + ShopApi.TOKEN);
  }
}
