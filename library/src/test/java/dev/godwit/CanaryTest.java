package dev.godwit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.sync.RetryPolicy;
import dev.godwit.core.sync.RunPolicy;
import dev.godwit.core.sync.SyncReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A value in a masked field is let loose in the source, and looked for everywhere else.
class CanaryTest {
  private static final String CANARY = "c4n4ry-7f3a";

  /// Enough rows for staging files.
  private static final int ROWS = 30_000;

  @TempDir private Path folder;
  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final Set<String> files = ConcurrentHashMap.newKeySet();
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private PeopleApi api;

  @BeforeEach
  void open() throws IOException {
    api = new PeopleApi(folder, people());
    api.manifest(
        "id: {type: integer}, seen: {type: string}, age: {type: integer}, name: {type: string},"
            + " mail: {type: string}, iban: {type: string},"
            + " home: {type: object, properties: {street: {type: string}}}",
        true);
  }

  @AfterEach
  void close() {
    api.close();
  }

  private static String people() {
    StringBuilder people = new StringBuilder("[");
    for (int id = 0; id < ROWS; id++) {
      people
          .append(id == 0 ? "" : ",")
          .append("{\"id\":%d,\"seen\":\"2024-03-01\",\"age\":%s,".formatted(id, age(id)))
          .append("\"name\":\"%s name\",\"mail\":\"%s@example.org\",".formatted(CANARY, CANARY))
          .append("\"iban\":\"%s-iban\",\"home\":{\"street\":\"%s\"}}".formatted(CANARY, CANARY));
    }
    return people.append(']').toString();
  }

  /// Some rows do not fit, one holds what is to be hidden in a field that nobody masks.
  private static String age(int id) {
    return id % 1000 == 7 ? "\"unknown\"" : Integer.toString(id % 90);
  }

  private static final String MASKS =
      """
            - redact: {field: name}
            - hash: {field: mail, key: "secret:KEY"}
            - encrypt: {field: iban, key: "secret:KEY"}
            - drop: [home.street]
      """;

  @Test
  void isNowhereAfterASyncWithRowsInQuarantine() throws IOException {
    SyncReport report =
        sync(
            """
            on_schema_change: {type-conflict: quarantine}
            streams:
              people:
                mappings:
            """
                + MASKS.indent(2));
    assertThat(report.streams().getFirst().error()).isNull();
    assertThat(report.rows().quarantined()).isEqualTo(ROWS / 1000);
    assertThat(files).anyMatch(file -> file.contains("people.duckdb"));
    assertThat(files).as("files beside the database").hasSizeGreaterThan(4);
  }

  @Test
  void isNowhereAfterAContractHasFailed() throws IOException {
    SyncReport report =
        sync(
            """
            streams:
              people:
                contract: {fields: {mail: {matches: "@"}}}
                mappings:
            """
                + MASKS.indent(2));
    assertThat(report.streams().getFirst().succeeded()).isFalse();
  }

  @Test
  void isNowhereAfterARuleHasFailed() throws IOException {
    SyncReport report =
        sync(
            """
            streams:
              people:
                mappings:
            """
                + MASKS.indent(2)
                + "        - cast: {field: age, to: integer}\n");
    assertThat(report.streams().getFirst().succeeded()).isFalse();
  }

  private SyncReport sync(String settings) throws IOException {
    SyncReport report =
        api.connection(
                settings,
                Map.of("KEY", "0123456789abcdef".repeat(4)),
                (level, line) -> told.add(line))
            .policy(RunPolicy.USUAL.with(RetryPolicy.NONE))
            .sync(event -> {
              told.add(event.toString());
              lookAround();
            });
    told.add(report.toString());
    report.streams().forEach(stream -> told.add(trace(stream.error())));
    lookAround();
    assertThat(seen).as("files with the value").isEmpty();
    assertThat(told).noneMatch(text -> text.contains(CANARY));
    return report;
  }

  private static String trace(@Nullable Throwable error) {
    StringWriter text = new StringWriter();
    if (error != null) {
      error.printStackTrace(new PrintWriter(text, true));
    }
    return text.toString();
  }

  /// Looks into every file that there is at this moment.
  private void lookAround() {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.add(folder.relativize(file).toString());
        if (content(file).contains(CANARY)) {
          seen.add(file.toString());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Staging files come and go.
  private static String content(Path file) throws IOException {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException gone) {
      return "";
    }
  }
}
