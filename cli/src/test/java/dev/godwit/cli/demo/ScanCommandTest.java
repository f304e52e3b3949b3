package dev.godwit.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.Captured;
import dev.godwit.core.json.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanCommandTest {
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
  void findsPersonalDataInTheShopAndNothingElse() {
    Captured scan = visit.run("scan", "--json");

    assertThat(scan.exitCode()).as(scan.err()).isZero();
    List<String> found = new ArrayList<>();
    for (Object stream : (List<?>) JsonParser.STRICT.parse(scan.out())) {
      for (Object finding : (List<?>) ((Map<?, ?>) stream).get("findings")) {
        Map<?, ?> fields = (Map<?, ?>) finding;
        found.add(
            ((Map<?, ?>) stream).get("stream")
                + "."
                + fields.get("field")
                + " "
                + fields.get("class"));
        assertThat(((Number) fields.get("matches")).longValue()).isPositive();
      }
    }
    assertThat(found)
        .containsExactly(
            "customers.first_name person_name",
            "customers.last_name person_name",
            "customers.email email",
            "customers.full_name person_name");
  }

  @Test
  void showsATableAndAPieceOfAConnectionFileButNoValues() {
    Captured scan = visit.run("scan", "--streams", "customers", "--limit", "20");

    assertThat(scan.exitCode()).as(scan.err()).isZero();
    assertThat(scan.out())
        .contains("customers  email")
        .contains(
            """
            streams:
              customers:
                mappings:
                  - redact: {field: "first_name"}  # name of a person
                  - redact: {field: "last_name"}  # name of a person
                  - tokenise: {field: "email", key: "env:GODWIT_MAPPING_KEY", as: "email"}  # e-mail address
                  - redact: {field: "full_name"}  # name of a person
            """)
        .doesNotContain("@");
    assertThat(scan.err()).contains("20 rows of 1 stream looked at, 4 fields with personal data");
  }

  @Test
  void theSourceOfAConnectionFileCanBeLookedAt() throws IOException {
    Files.writeString(
        folder.resolve("connection.yaml"),
        "source: demo.yaml\nconfig: {url: '%s', api_token: %s}\ndestination: duckdb:x.duckdb\n"
            .formatted(visit.url(), ShopApi.TOKEN));

    Captured scan = Captured.run(folder, "scan", "connection.yaml", "--streams", "customers");

    assertThat(scan.exitCode()).as(scan.err()).isZero();
    assertThat(scan.out()).contains("e-mail address");
  }

  @Test
  void aStreamThatIsNotThereIsWrongInput() {
    assertThat(visit.run("scan", "--streams", "nobody").exitCode()).isEqualTo(2);
  }
}
