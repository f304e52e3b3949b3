package dev.godwit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {
  @TempDir private Path folder;

  @Test
  void takesValuesThatAreJsonAsJsonAndOthersAsText() {
    Map<String, @Nullable Object> config =
        set(
            "n=5",
            "big=18446744073709551615",
            "x=1.5",
            "on=true",
            "list=[1,\"a\"]",
            "none=null",
            "text=5 apples",
            "quoted=\"5\"",
            "empty=",
            "equals=a=b");

    Map<String, @Nullable Object> expected = new LinkedHashMap<>();
    expected.put("n", 5L);
    expected.put("big", new BigInteger("18446744073709551615"));
    expected.put("x", 1.5);
    expected.put("on", true);
    expected.put("list", List.of(1L, "a"));
    expected.put("none", null);
    expected.put("text", "5 apples");
    expected.put("quoted", "5");
    expected.put("empty", "");
    expected.put("equals", "a=b");
    assertThat(config).isEqualTo(expected);
  }

  @Test
  void nestsKeysWithDots() {
    assertThat(set("credentials.token=abc", "credentials.scope.read=true"))
        .isEqualTo(Map.of("credentials", Map.of("token", "abc", "scope", Map.of("read", true))));
  }

  @Test
  void readsTheTextOfAFileWithoutItsLastLineBreak() throws IOException {
    Files.writeString(folder.resolve("token.txt"), "abc\n");

    assertThat(set("token=@token.txt")).isEqualTo(Map.of("token", "abc"));
  }

  @Test
  void assignmentsChangeWhatTheFileSays() throws IOException {
    Path file = Files.writeString(folder.resolve("c.json"), "{\"a\": {\"x\": 1, \"y\": 2}}");

    assertThat(reader(Map.of()).read(file, List.of("a.y=3", "b=4")))
        .isEqualTo(Map.of("a", Map.of("x", 1L, "y", 3L), "b", 4L));
  }

  @Test
  void readsYamlThatMeansWhatJsonCanMean() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("c.yaml"),
            """
            start_date: 2024-01-01
            enabled: true
            answer: yes
            mode: 0777
            ratio: 1.5
            count: 12
            nothing: ~
            text: "12"
            list:
              - a
              - 1
            inner: {x: null}
            """);

    Map<String, @Nullable Object> inner = new LinkedHashMap<>();
    inner.put("x", null);
    Map<String, @Nullable Object> expected = new LinkedHashMap<>();
    expected.put("start_date", "2024-01-01");
    expected.put("enabled", true);
    expected.put("answer", "yes");
    expected.put("mode", "0777");
    expected.put("ratio", 1.5);
    expected.put("count", 12L);
    expected.put("nothing", null);
    expected.put("text", "12");
    expected.put("list", List.of("a", 1L));
    expected.put("inner", inner);
    assertThat(reader(Map.of()).read(file, List.of())).isEqualTo(expected);
  }

  @Test
  void takesWholeValuesFromTheEnvironment() {
    Map<String, String> variables = Map.of("TOKEN", "secret");

    assertThat(
            reader(variables)
                .read(null, List.of("a.token=${TOKEN}", "b=x${TOKEN}", "c=$${TOKEN}", "d=$TOKEN")))
        .isEqualTo(
            Map.of(
                "a", Map.of("token", "secret"), "b", "x${TOKEN}", "c", "${TOKEN}", "d", "$TOKEN"));
  }

  @Test
  void saysWhereAVariableIsMissing() {
    assertThatThrownBy(() -> set("a.token=${TOKEN}"))
        .isInstanceOfSatisfying(
            GodwitException.class,
            e -> assertThat(e.describe()).contains("a.token").contains("TOKEN is not set"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2", "=hunter2", ".a=hunter2", "a..b=hunter2"})
  void refusesWhatIsNoAssignmentAndKeepsQuietAboutIt(String wrong) {
    assertThatThrownBy(() -> set(wrong))
        .isInstanceOfSatisfying(
            GodwitException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(ErrorKind.CONFIG);
              assertThat(e.describe()).contains("--set").doesNotContain("hunter2");
            });
  }

  @Test
  void refusesToPutAKeyInsideAText() {
    assertThatThrownBy(() -> set("a=hunter2", "a.b=1"))
        .hasMessageContaining("a is not an object")
        .hasMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @CsvSource({
    "c.json, '{\"a\": }', c.json",
    "c.json, '[1]', object",
    "c.yaml, 'a: [1', c.yaml:1:6",
    "c.yaml, 'a: 1\na: 2', c.yaml:2:1",
    "c.yaml, 'text', object"
  })
  void saysWhereAFileIsMalformed(String name, String text, String expected) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);

    assertThatThrownBy(() -> reader(Map.of()).read(file, List.of()))
        .isInstanceOfSatisfying(
            GodwitException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(ErrorKind.CONFIG);
              assertThat(e.describe()).contains(expected);
            });
  }

  @Test
  void saysThatAFileIsMissing() {
    assertThatThrownBy(() -> reader(Map.of()).read(Path.of("nowhere.json"), List.of()))
        .hasMessageContaining("nowhere.json")
        .hasMessageContaining("no such file");
  }

  private Map<String, @Nullable Object> set(String... assignments) {
    return reader(Map.of()).read(null, List.of(assignments));
  }

  private ConfigReader reader(Map<String, String> variables) {
    return new ConfigReader(folder, variables);
  }
}
