package dev.godwit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.core.schema.Acceptance;
import dev.godwit.core.sync.StreamReport;
import dev.godwit.core.sync.SyncListener;
import dev.godwit.core.sync.SyncReport;
import dev.godwit.destinations.duckdb.DuckDbQuery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionTest {
  private static final String PEOPLE =
      """
      [{"id": 1, "mail": "ann@example.org", "age": 30, "note": "x"},
       {"id": 2, "mail": "bob@example.org", "age": "unknown", "note": "y"}]
      """;

  @TempDir private Path folder;
  private PeopleApi api;

  @BeforeEach
  void open() throws IOException {
    api = new PeopleApi(folder, PEOPLE);
    manifest("id: {type: integer}, mail: {type: string}, age: {type: integer}");
  }

  @AfterEach
  void close() {
    api.close();
  }

  private void manifest(String properties) throws IOException {
    api.manifest(properties, false);
  }

  @Test
  void rulesOfTheFileChangeRowsAndNoMaskedValueLiesInTheDatabase() throws IOException {
    SyncReport report =
        sync(
            """
            streams:
              people:
                columns: [mail, age]
                mappings:
                  - hash: {field: mail, key: "secret:HASH_KEY"}
            """);
    assertThat(only(report).error()).isNull();
    assertThat(query("select id, length(mail), age from people order by id"))
        .isEqualTo(List.of(List.of(1L, 64L, 30L), row(2L, 64L, null)));
    assertThat(Files.readString(folder.resolve("people.duckdb"), StandardCharsets.ISO_8859_1))
        .doesNotContain("ann@example.org", "bob@example.org");
  }

  @Test
  void aSecretThatNobodyKnowsStopsTheSyncBeforeItBegins() {
    assertThatThrownBy(() ->
            sync(
                """
                streams:
                  people:
                    mappings: [{hash: {field: mail, key: "secret:OTHER"}}]
                """))
        .isInstanceOfSatisfying(
            GodwitException.class,
            e -> {
              assertThat(e.describe()).contains("secret:OTHER");
              assertThat(e.place().stream()).isEqualTo("people");
            });
    assertThat(folder.resolve("people.duckdb")).doesNotExist();
  }

  @Test
  void rowsThatDoNotFitGoToQuarantineWhereTheFileSaysSo() throws IOException {
    SyncReport report = sync("on_schema_change: {type-conflict: quarantine}\n");
    assertThat(only(report).rows().quarantined()).isEqualTo(1);
    assertThat(only(report).warnings())
        .containsExactly("1 rows in quarantine: field age does not fit BIGINT");
    assertThat(query("select id from people")).isEqualTo(List.of(List.of(1L)));
    assertThat(query("select stream, reason, field, \"row\"->>'id' from _godwit_quarantine"))
        .isEqualTo(List.of(List.of("people", "schema.type-conflict", "age", "2")));
  }

  @Test
  void aContractOfTheFileIsHeldAgainstRows() throws IOException {
    SyncReport report =
        sync(
            """
            streams:
              people:
                contract:
                  fields: {mail: {values: [ann@example.org]}}
            """);
    assertThat(only(report).error())
        .isInstanceOfSatisfying(
            GodwitException.class,
            e -> {
              assertThat(e.code()).startsWith("contract.");
              assertThat(e.describe()).doesNotContain("bob@example.org");
            });
    assertThat(only(report).rows().committed()).isZero();
  }

  @Test
  void aNewColumnWaitsUntilSomebodyHasAgreed() throws IOException {
    String ask = "on_schema_change: {new-column: ask}\n";
    assertThat(only(sync(ask)).error()).isNull();
    manifest("id: {type: integer}, mail: {type: string}, age: {type: integer}, note: {}");
    assertThat(only(sync(ask)).error())
        .isInstanceOfSatisfying(
            GodwitException.class,
            e ->
                assertThat(e.message())
                    .isEqualTo("New field note (JSON). Nobody has accepted it."));
    Acceptance accepted = new Acceptance(Set.of("people.note"));
    try (OpenSync sync = builder(ask).accept(accepted).open()) {
      assertThat(only(sync.run(SyncListener.SILENT)).error()).isNull();
    }
    assertThat(only(sync(ask)).error()).isNull();
    assertThat(query("select count(note) from people")).isEqualTo(List.of(List.of(2L)));
  }

  @Test
  void aNewFieldThatHoldsPersonalDataIsHeldBackUnlessARuleMasksIt() throws IOException {
    manifest("id: {type: integer}, age: {type: integer}");
    String hold = "on_schema_change: {new-personal-column: ask}\n";
    assertThat(only(sync(hold)).error()).isNull();
    manifest("id: {type: integer}, age: {type: integer}, mail: {type: string}, note: {}");
    assertThat(only(sync(hold)).error())
        .isInstanceOfSatisfying(
            GodwitException.class,
            e -> assertThat(e.message()).contains("New field mail", "seems to hold personal data"));
    String masked =
        "streams: {people: {mappings: [{hash: {field: mail, key: \"secret:HASH_KEY\"}}]}}\n";
    assertThat(only(sync(hold + masked)).error()).isNull();
  }

  @Test
  void rowsAreChosenByConditionShareAndNumber() throws IOException {
    assertThat(committed("{where: \"mail matches '^bob'\", columns: [age]}")).isEqualTo(1);
    assertThat(query("from people select id, age")).isEqualTo(List.of(row(2L, null)));
    assertThat(committed("{limit: 1}")).isEqualTo(1);
    long sampled = committed("{sample: 0.5}");
    assertThat(sampled).isEqualTo(committed("{sample: 0.5}"));
    assertThatThrownBy(() -> committed("{sample: 2}"))
        .hasMessageContaining("sample is a share of the rows");
  }

  private long committed(String settings) throws IOException {
    StreamReport report =
        only(sync("run: {allow_shrink: true}\nstreams: {people: " + settings + "}\n"));
    assertThat(report.error()).isNull();
    return report.rows().committed();
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }

  private static StreamReport only(SyncReport report) {
    return report.streams().getFirst();
  }

  private SyncReport sync(String settings) throws IOException {
    return builder(settings).sync(SyncListener.SILENT);
  }

  private SyncBuilder builder(String settings) throws IOException {
    return api.connection(
        settings, Map.of("HASH_KEY", "0123456789abcdef0123456789abcdef"), Log.NONE);
  }

  private List<List<@Nullable Object>> query(String sql) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (DuckDbQuery query = Godwit.query(folder.resolve("people.duckdb").toString(), sql)) {
      for (List<@Nullable Object> row = query.next(); row != null; row = query.next()) {
        rows.add(row);
      }
    }
    return rows;
  }
}
