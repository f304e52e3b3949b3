package dev.godwit.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.Captured;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
  @TempDir private Path folder;

  @Test
  void syncsAShopTwiceAndAgainTheNextTime() throws SQLException {
    Captured demo = Captured.run(folder, "demo");

    assertThat(demo.exitCode()).as(demo.err()).isZero();
    assertThat(demo.out())
        .contains("1. Sync everything into", "2. A day passes", "exactly once")
        .contains("sent again")
        .containsPattern("Only the changes moved: \\d+ of 11,\\d+ rows")
        .contains("godwit query ");
    assertThat(count("customers")).isEqualTo(1_003);
    assertThat(count("products")).isEqualTo(250);
    assertThat(count("orders")).isEqualTo(ShopSeed.DEMO.shop().orders().size() + 6);

    Captured again = Captured.run(folder, "demo");

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out())
        .contains("from where the last sync ended")
        .containsPattern("total +0 ")
        .contains("Only the changes moved");
    assertThat(count("orders")).isEqualTo(ShopSeed.DEMO.shop().orders().size() + 6);
  }

  @Test
  void leavesAManifestAloneThatSomebodyHasChanged() throws IOException {
    Path manifest = Files.writeString(folder.resolve("demo.yaml"), "version: 7.0.0\n");

    Captured demo = Captured.run(folder, "demo");

    assertThat(demo.exitCode()).isEqualTo(2);
    assertThat(demo.out()).contains("yours; delete it to get the original back");
    assertThat(manifest).hasContent("version: 7.0.0");
  }

  @Test
  void saysThatItCannotWriteHere() {
    Captured demo = Captured.run(folder.resolve("nowhere"), "demo");

    assertThat(demo.exitCode()).isEqualTo(1);
    assertThat(demo.err()).contains("Run the demo in a folder where you may write.");
  }

  @Test
  void saysThatAPortIsTaken() {
    try (ShopVisit visit = ShopVisit.in(folder)) {
      String port = Integer.toString(URI.create(visit.url()).getPort());

      Captured demo = Captured.run(folder, "demo", "--serve", "--port", port);

      assertThat(demo.exitCode()).isEqualTo(1);
      assertThat(demo.err()).contains(port, "Leave --port out");
    }
  }

  private long count(String table) throws SQLException {
    return ShopVisit.number(folder.resolve("demo.duckdb"), "select count(*) from " + table);
  }
}
