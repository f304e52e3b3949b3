package dev.godwit.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.Captured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Syncs whose streams have a contract in the connection file.
class ContractSyncTest {
  @TempDir private Path folder;
  private ShopVisit visit;

  @BeforeEach
  void open() {
    visit = ShopVisit.in(folder);
  }

  @AfterEach
  void close() {
    visit.close();
  }

  @Test
  void rowsThatKeepTheContractLand() throws IOException, SQLException {
    Captured sync =
        sync("keys: true, fields: {id: {required: true}, email: {matches: '@'}}, rows: {min: 1}");

    assertThat(sync.exitCode()).as(sync.err()).isZero();
    assertThat(visit.number("select count(*) from customers")).isEqualTo(120);
  }

  @Test
  void aBrokenContractFailsTheStreamWithoutShowingValues() throws IOException {
    Captured sync = sync("fields: {email: {matches: '@nowhere[.]example$'}}", "--json");

    assertThat(sync.exitCode()).isEqualTo(1);
    assertThat(sync.out())
        .contains("contract.matches", "email does not match '@nowhere[.]example$' in ")
        .doesNotContain("@mail.", "@post.");
  }

  @Test
  void aReplacementThatBreaksItsContractKeepsTheOldRows() throws IOException, SQLException {
    sync("rows: {min: 1}");

    Captured refused = sync("rows: {min: 121}");

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out() + refused.err()).contains("The run brought 120 rows");
    assertThat(visit.number("select count(*) from customers")).isEqualTo(120);
  }

  @Test
  void whatOnlyWarnsIsInTheReport() throws IOException, SQLException {
    Captured sync = sync("on_violation: warn, fields: {first_name: {values: [Nobody]}}");

    assertThat(sync.exitCode()).as(sync.err()).isZero();
    assertThat(sync.out() + sync.err())
        .contains("first_name is none of the accepted values in 120 of 120 rows");
    assertThat(visit.number("select count(*) from customers")).isEqualTo(120);
  }

  @Test
  void rowsForQuarantineLandThere() throws IOException, SQLException {
    Captured sync = sync("fields: {email: {matches: '^[a-m]', on_violation: quarantine}}");

    assertThat(sync.exitCode()).as(sync.err()).isZero();
    long kept = visit.number("select count(*) from customers");
    assertThat(kept).isBetween(1L, 119L);
    assertThat(
            visit.number(
                "select count(*) from _godwit_quarantine where reason = 'contract.matches'"))
        .isEqualTo(120 - kept);
  }

  @Test
  void aMistakeInTheContractIsWrongInputWithItsPlace() throws IOException {
    Captured sync = sync("fields: {id: {typ: integer}}");

    assertThat(sync.exitCode()).isEqualTo(2);
    assertThat(sync.err())
        .contains("connection.yaml:", "streams.customers.contract.fields.id.typ", "type");
  }

  private Captured sync(String contract, String... more) throws IOException {
    Files.writeString(
        folder.resolve("connection.yaml"),
        """
        source: demo.yaml
        config:
          url: %s
          api_token: %s
        destination: %s
        streams:
          customers:
            write_mode: overwrite
            contract: {%s}
        """
            .formatted(visit.url(), ShopApi.TOKEN, visit.destination(), contract));
    String[] args = new String[more.length + 2];
    args[0] = "sync";
    args[1] = "connection.yaml";
    System.arraycopy(more, 0, args, 2, more.length);
    return Captured.run(folder, args);
  }
}
