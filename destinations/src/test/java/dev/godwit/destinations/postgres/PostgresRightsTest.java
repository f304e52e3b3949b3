package dev.godwit.destinations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Destination;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.sync.StreamReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A user with the rights that the page on Postgres lists, and no others.
class PostgresRightsTest {
  private static final Path PAGE = Path.of("..", "docs", "reference", "postgres-layout.md");

  private static final Stream ITEMS =
      Syncs.items("{\"id\": {\"type\":\"integer\"}, \"note\": {\"type\":\"string\"}}", "id");

  private TestDatabase database = new TestDatabase("");
  private String role = "";
  private TestDatabase limited = new TestDatabase("");

  @BeforeEach
  void grantWhatThePageSays() throws IOException {
    database = TestDatabase.create();
    String name = Objects.requireNonNull(database.value("select current_database()")).toString();
    role = "loader_" + name;
    database.execute("revoke all on database " + name + " from public");
    database.execute("revoke all on schema public from public");
    for (String sql : grants().split(";", -1)) {
      if (!sql.isBlank()) {
        database.execute(sql.replace("database shop", "database " + name).replace("loader", role));
      }
    }
    limited = new TestDatabase(database.url().replace(TestServer.USER + "@", role + "@"));
  }

  @AfterEach
  void dropRole() {
    database.execute("drop owned by %s cascade; drop role %1$s".formatted(role));
  }

  private static String grants() throws IOException {
    String page = Files.readString(PAGE);
    String block = page.substring(page.indexOf("```sql\n", page.indexOf("## Rights")) + 7);
    return block.substring(0, block.indexOf("```"));
  }

  private Destination open(String schema) {
    return PostgresDestination.open(
        limited.url() + "?schema=" + schema, java.time.Clock.systemUTC());
  }

  private StreamReport sync(String schema, WriteMode mode, long reading, Stream stream) {
    try (Destination destination = open(schema)) {
      return Syncs.sync(
          destination, mode, reading, stream, "{\"id\":1,\"note\":\"a\"}", "{\"id\":1}");
    }
  }

  @Test
  void whatThePageGrantsIsEnough() {
    try (Destination destination = open("raw")) {
      assertThat(destination.check().problem()).isNull();
    }
    long reading = 1;
    for (WriteMode mode : WriteMode.values()) {
      Stream stream = Syncs.stream(StreamName.of("in_" + mode), "{\"id\":{}}", List.of(), "id");
      for (int i = 0; i < 2; i++) {
        assertThat(sync("raw", mode, reading++, stream).error()).as("%s", mode).isNull();
      }
    }
    Stream wider = Syncs.items("{\"id\": {\"type\":\"number\"}, \"more\": {}}", "id");
    assertThat(sync("raw", WriteMode.APPEND_DEDUP, reading++, ITEMS).error()).isNull();
    assertThat(sync("raw", WriteMode.APPEND_DEDUP, reading, wider).error()).isNull();
    try (Destination destination = open("raw")) {
      assertThat(destination.past(ITEMS.name(), 9)).hasSize(2);
      assertThat(destination.clear(ITEMS.name())).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "revoke connect on database {name} from {role} | permission denied for database | CONNECT",
        "revoke temporary on database {name} from {role} | temporary | permission denied",
        "alter schema raw owner to godwit | permission denied for schema | raw",
        "alter schema raw owner to godwit; grant usage on schema raw to {role}"
            + "| permission denied for schema | raw",
        "drop schema raw | permission denied for database | t"
      })
  void aRightThatIsMissingIsNamed(String sql, String message, String part) {
    String name = Objects.requireNonNull(database.value("select current_database()")).toString();
    database.execute(sql.replace("{name}", name).replace("{role}", role));
    GodwitException refusal;
    try {
      refusal = Objects.requireNonNull(sync("raw", WriteMode.APPEND_DEDUP, 1, ITEMS).error());
    } catch (GodwitException e) {
      refusal = e;
    }
    assertThat(refusal.code()).isEqualTo("postgres.no-access");
    assertThat(refusal.kind()).isEqualTo(ErrorKind.CONFIG);
    assertThat(refusal.message()).contains(role, message, part);
    try (Destination destination = open("raw")) {
      assertThat(destination.check().problem()).contains(role);
    }
  }

  @Test
  void aTableOfSomebodyElseIsNamed() {
    assertThat(sync("raw", WriteMode.APPEND, 1, ITEMS).error()).isNull();
    database.execute("alter table raw.items owner to godwit");
    database.execute("grant all on raw.items to " + role);
    assertThat(sync("raw", WriteMode.APPEND, 2, ITEMS).error()).isNull();
    Stream wider = Syncs.items("{\"id\": {\"type\":\"integer\"}, \"more\": {}}", "id");
    GodwitException refusal =
        Objects.requireNonNull(sync("raw", WriteMode.APPEND, 3, wider).error());
    assertThat(refusal.code()).isEqualTo("postgres.no-access");
    assertThat(refusal.message()).contains("must be owner of table items");
    assertThat(database.value("select count(*) from raw.items")).isEqualTo(4L);
  }

  @Test
  void aUserWhoMayNotLogInIsToldSo() {
    database.execute("alter role " + role + " nologin");
    try (Destination destination = open("raw")) {
      assertThat(destination.check().problem()).contains(role, "not permitted to log in");
    }
  }
}
