package dev.godwit.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.Captured;
import dev.godwit.cli.ParsedJson;
import dev.godwit.cli.terminal.Channel;
import dev.godwit.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LintCommandTest {
  private static final String GOOD =
      """
      version: 6.0.0
      type: DeclarativeSource
      check: {type: CheckStream, stream_names: [orders]}
      streams:
        - type: DeclarativeStream
          name: orders # what was ordered
          retriever:
            type: SimpleRetriever
            requester: {type: HttpRequester, url: https://api.example.com/orders, http_method: GET}
            record_selector:
              type: RecordSelector
              extractor: {type: DpathExtractor, field_path: []}
      """;
  private static final String WARNED = GOOD.replace("http_method", "http_methd");
  private static final String BROKEN = WARNED.replace("[orders]", "[products]");

  @TempDir private Path folder;

  @BeforeEach
  void writeManifests() throws IOException {
    Files.createDirectories(folder.resolve("all/.git"));
    Files.writeString(folder.resolve("all/a.yaml"), GOOD);
    Files.writeString(folder.resolve("all/b.yml"), WARNED);
    Files.writeString(folder.resolve("all/c d.yaml"), BROKEN);
    Files.writeString(folder.resolve("all/other.yaml"), "a: [");
    Files.writeString(folder.resolve("all/.git/hidden.yaml"), BROKEN);
  }

  private Captured lint(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "lint";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Captured.run(folder, all);
  }

  @Test
  void saysNothingButThatItLooked() {
    Captured result = lint("all/a.yaml");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("Nothing found in 1 manifest");
  }

  @Test
  void tellsFindingsOfAllFilesWithTheirPlaces() {
    Captured result = lint("all");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out().lines())
        .containsExactly(
            "all/b.yml:9:77: warning: HttpRequester has no field http_methd [unknown-field]",
            "  Did you mean http_method?",
            "all/c d.yaml:3:43: error: there is no stream 'products' to check [unknown-stream]",
            "all/c d.yaml:9:77: warning: HttpRequester has no field http_methd [unknown-field]",
            "  Did you mean http_method?");
    assertThat(result.err()).contains("1 error · 2 warnings in 3 manifests · 2 can be mended");
  }

  @Test
  void failsOnWarningsOnlyWhenTold() {
    assertThat(lint("all/b.yml").exitCode()).isZero();
    assertThat(lint("all/b.yml", "--strict").exitCode()).isEqualTo(1);
    assertThat(lint("all/a.yaml", "--strict").exitCode()).isZero();
    assertThat(lint("all/b.yml", "--strict", "--errors-only").exitCode()).isZero();
  }

  @Test
  void leavesWarningsOutWhenTold() {
    assertThat(lint("all", "--errors-only").out().lines()).hasSize(1);
  }

  @Test
  void mendsWhatIsCertainAndKeepsTheRest() throws IOException {
    Captured result = lint("all/b.yml", "--fix");

    assertThat(folder.resolve("all/b.yml")).content().isEqualTo(GOOD);
    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).contains("1 finding mended");
    assertThat(lint("all", "--fix").exitCode()).isEqualTo(1);
    assertThat(folder.resolve("all/c d.yaml"))
        .content()
        .isEqualTo(GOOD.replace("[orders]", "[products]"));
    assertThat(folder.resolve("all/a.yaml")).content().isEqualTo(GOOD);
  }

  @Test
  void writesJson() {
    ParsedJson json = ParsedJson.of(lint("all", "--json").out());

    assertThat(json.value("files")).isEqualTo(3L);
    assertThat(json.value("errors")).isEqualTo(1L);
    assertThat(json.value("warnings")).isEqualTo(2L);
    assertThat(json.objects("findings").get(1).values())
        .isEqualTo(
            Map.of(
                "file", "all/c d.yaml",
                "line", 3L,
                "column", 43L,
                "path", "check",
                "severity", "error",
                "code", "unknown-stream",
                "message", "there is no stream 'products' to check",
                "fixable", false));
  }

  @Test
  void writesSarif() {
    ParsedJson log = ParsedJson.of(lint("all", "--sarif").out());

    assertThat(log.value("version")).isEqualTo("2.1.0");
    ParsedJson run = log.objects("runs").getFirst();
    List<ParsedJson> rules = run.object("tool").object("driver").objects("rules");
    List<ParsedJson> results = run.objects("results");
    assertThat(results).hasSize(3);
    assertThat(rules)
        .extracting(rule -> rule.value("id"))
        .containsAll(results.stream().map(result -> result.value("ruleId")).toList());
    ParsedJson place = results.get(1).objects("locations").getFirst().object("physicalLocation");
    assertThat(place.object("artifactLocation").value("uri")).isEqualTo("all/c%20d.yaml");
    assertThat(place.object("region").values())
        .isEqualTo(Map.of("startLine", 3L, "startColumn", 43L));
    ParsedJson change =
        results.getFirst().objects("fixes").getFirst().objects("artifactChanges").getFirst();
    assertThat(change.objects("replacements").getFirst().object("deletedRegion").values())
        .isEqualTo(Map.of("startLine", 9L, "startColumn", 77L, "endLine", 9L, "endColumn", 87L));
  }

  @Test
  void readsStandardInput() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Channel channel = Channel.plain(new PrintStream(out, true, StandardCharsets.UTF_8));
    LintCommand command =
        new LintCommand(
            new Terminal(channel, channel, Map.of(), folder),
            new ByteArrayInputStream(BROKEN.getBytes(StandardCharsets.UTF_8)));

    int exitCode = new CommandLine(command).execute("-", "--errors-only");

    assertThat(exitCode).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("-:3:43: error: there is no stream 'products' to check [unknown-stream]")
        .contains("1 error · 0 warnings in 1 manifest");
  }

  @Test
  void takesTextThatIsNotYamlForAFinding() throws IOException {
    Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe4});

    assertThat(lint("all/other.yaml").out()).startsWith("all/other.yaml:1:5: error: ");
    assertThat(lint("latin.yaml").out()).startsWith("latin.yaml:1:1: error: ");
    assertThat(lint("all/other.yaml").exitCode()).isEqualTo(1);
  }

  @Test
  void needsSomethingToLookAt() throws IOException {
    Files.createDirectory(folder.resolve("empty"));

    assertThat(lint("missing.yaml").exitCode()).isEqualTo(2);
    assertThat(lint("empty").exitCode()).isEqualTo(2);
    assertThat(lint().exitCode()).isEqualTo(2);
    assertThat(lint("all", "--json", "--sarif").exitCode()).isEqualTo(2);
  }
}
