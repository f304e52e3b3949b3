package dev.godwit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.ConfigStore.Cause;
import dev.godwit.core.ConfigStore.Update;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Renewed credentials go back into the file they came from.
class FileConfigStoreTest {
  @TempDir private Path folder;
  private final List<String> log = new ArrayList<>();

  private FileConfigStore store(@Nullable Path file) {
    return new FileConfigStore(file, List.of(), (level, line) -> log.add(line));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> object(String json) {
    return (Map<String, @Nullable Object>) JsonParser.STRICT.parse(json);
  }

  private static Update renewed(String before, String after) {
    return new Update(Cause.RENEWED, object(before), object(after));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /// `~` stands for the end of a line, `^` for a tab.
  private static String lines(String text) {
    return text.replace('~', '\n').replace('^', '\t');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`# ours~url: x   # home~c:~  r: old # token~  id: 1~`          | `# ours~url: x   #"
            + " home~c:~  r: \"new\" # token~  id: 1~  \"a\": 5~`",
        "`url: x~c: {r: 'old'}~`                 | `url: x~c: {r: \"new\", \"a\": 5}~`",
        "`c:~  id: x~url: 5`                     | `c:~  id: x~  \"r\": \"new\"~  \"a\": 5~url: 5`",
        "`c:~  r:~  id: x # last`                | `c:~  r: \"new\"~  id: x # last~  \"a\": 5~`",
        "`c:~  r: |~    old~~url: 😀~`         | `c:~  r: \"new\"~  \"a\": 5~url: 😀~`",
        "`u: 😀~c:~  l: [1, 2]~`                 | `u: 😀~c:~  l: [1, 2]~  \"r\": \"new\"~  \"a\":"
            + " 5~`",
        "`url: x~`                                | `url: x~\"c\": {\"r\":\"new\"}~`",
        "`# nothing~`                             | `# nothing~\"c\": {\"r\":\"new\"}~`",
      })
  void aYamlFileKeepsItsFaceAndGetsTheNewValues(String text, String expected) throws IOException {
    Path file = file("c.yaml", lines(text));
    String after =
        expected.contains("\"a\"") ? "{\"c\":{\"r\":\"new\",\"a\":5}}" : "{\"c\":{\"r\":\"new\"}}";
    store(file).keep(renewed("{\"c\":{\"r\":\"old\"}}", after));
    assertThat(file).hasContent(lines(expected));
    Map<String, @Nullable Object> read =
        new ConfigReader(folder, Map.of()).read(Path.of("c.yaml"), List.of());
    assertThat(read.get("c"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("r", "new");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`{\"c\":{\"r\":\"old\",\"x\":[1]},\"y\":null}`   | `{\"c\":{\"r\":\"new\",\"x\":[1],"
            + " \"a\": 5},\"y\":null}`",
        "`{~^\"c\": {~^^\"r\": \"old\"~^}~}~`    | `{~^\"c\": {~^^\"r\": \"new\",~^^\"a\":"
            + " 5~^}~}~`",
        "`{\"c\": {}}`                                    | `{\"c\": {\"r\": \"new\", \"a\": 5}}`",
        "`{}`                                             | `{\"c\": {\"r\":\"new\", \"a\": 5}}`",
      })
  void aJsonFileStaysJson(String text, String expected) throws IOException {
    Path file = file("c.json", lines(text));
    store(file).keep(renewed("{\"c\":{\"r\":\"old\"}}", "{\"c\":{\"r\":\"new\",\"a\":5}}"));
    assertThat(Files.readString(file)).isEqualTo(lines(expected));
    Object read = JsonParser.STRICT.parse(Files.readString(file));
    assertThat(read).extracting("c").extracting("r", "a").containsExactly("new", 5L);
  }

  @Test
  void permissionsAndLinksStay() throws IOException {
    Path file = file("real.yaml", "r: old\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), file);
    store(link).keep(renewed("{\"r\":\"old\"}", "{\"r\":\"new\"}"));
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("r: \"new\"\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void migrationsLeaveTheFileAlone() throws IOException {
    Path file = file("c.yaml", "r: old\n");
    store(file)
        .keep(new Update(Cause.MIGRATED, object("{\"r\":\"old\"}"), object("{\"r\":\"new\"}")));
    assertThat(file).hasContent("r: old\n");
  }

  @Test
  void aValueThatCameFromElsewhereIsWrittenAndTold() throws IOException {
    Path file = file("c.yaml", "r: ${TOKEN}\n");
    store(file).keep(renewed("{\"r\":\"of the variable\"}", "{\"r\":\"${odd}\"}"));
    assertThat(log)
        .singleElement()
        .asString()
        .contains("r was given by --set or a variable", "c.yaml")
        .doesNotContain("of the variable");
    Map<String, @Nullable Object> expected = new LinkedHashMap<>();
    expected.put("r", "${odd}");
    assertThat(new ConfigReader(folder, Map.of()).read(Path.of("c.yaml"), List.of()))
        .isEqualTo(expected);
  }

  @Test
  void withoutAFileTheUserIsWarned() {
    store(null).keep(renewed("{\"r\":\"old\"}", "{\"r\":\"s3cret\"}"));
    assertThat(log).singleElement().asString().contains("r", "--config").doesNotContain("s3cret");
  }

  @Test
  void aFileThatIsGoneIsAnError() {
    assertThatThrownBy(() ->
            store(folder.resolve("gone.yaml"))
                .keep(renewed("{\"r\":\"old\"}", "{\"r\":\"s3cret\"}")))
        .isInstanceOfSatisfying(
            GodwitException.class,
            error -> {
              assertThat(error.code()).isEqualTo("config.not-kept");
              assertThat(error.describe()).contains("gone.yaml").doesNotContain("s3cret");
            });
  }
}
