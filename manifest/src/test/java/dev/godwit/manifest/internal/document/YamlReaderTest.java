package dev.godwit.manifest.internal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.document.Node.ScalarNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
  @ParameterizedTest
  @ValueSource(strings = {"yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"})
  void wordsForTrueAreBooleans(String word) {
    assertThat(value(word)).isEqualTo(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"})
  void theirOppositesAreBooleansToo(String word) {
    assertThat(value(word)).isEqualTo(false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"y", "n", "yEs", "nULL", "1e3", "1.5e3", "08", "0o17", "1.2.3", "2024-1-2", "12e"})
  void wordsThatOnlyLookLikeValuesAreText(String word) {
    assertThat(value(word)).isEqualTo(word);
  }

  @ParameterizedTest
  @ValueSource(strings = {"~", "null", "Null", "NULL", ""})
  void nothingIsNull(String word) {
    assertThat(value(word)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-7, -7",
    "+7, 7",
    "1_000, 1000",
    "017, 15",
    "-017, -15",
    "0x1F, 31",
    "0b101, 5",
    "1:30, 90",
    "12:30:45, 45045",
    "-1:30, -90",
    "9223372036854775807, 9223372036854775807"
  })
  void wholeNumbersHaveManyForms(String text, long number) {
    assertThat(value(text)).isEqualTo(number);
  }

  @Test
  void largeNumbersKeepEveryDigit() {
    assertThat(value("123456789012345678901234567890"))
        .isEqualTo(new BigInteger("123456789012345678901234567890"));
  }

  @ParameterizedTest
  @CsvSource({
    "1.5, 1.5",
    "1., 1",
    ".5, 0.5",
    "-1.5, -1.5",
    "1.5e+3, 1500",
    "1_0.5, 10.5",
    "1:30.5, 90.5",
    ".inf, Infinity",
    "-.INF, -Infinity",
    ".nan, NaN"
  })
  void fractionsNeedAPointAndASignedExponent(String text, double number) {
    assertThat(value(text)).isEqualTo(number);
  }

  @Test
  void timestampsKeepWhatTheySay() {
    assertThat(value("2024-01-02")).isEqualTo(LocalDate.of(2024, 1, 2));
    assertThat(value("2024-1-2 3:04:05")).isEqualTo(LocalDateTime.of(2024, 1, 2, 3, 4, 5));
    assertThat(value("2024-01-02T03:04:05.25Z"))
        .isEqualTo(OffsetDateTime.parse("2024-01-02T03:04:05.25Z"));
    assertThat(value("2024-01-02 03:04:05 -01:30"))
        .isEqualTo(OffsetDateTime.parse("2024-01-02T03:04:05-01:30"));
  }

  @Test
  void quotesAndTagsDecideWhatAValueIs() {
    assertThat(value("'017'")).isEqualTo("017");
    assertThat(value("\"yes\"")).isEqualTo("yes");
    assertThat(value("!!str 12")).isEqualTo("12");
    assertThat(value("!!int '7'")).isEqualTo(7L);
    assertThat(value("!!float 3")).isEqualTo(3.0);
    assertThat(value("!!bool 'yes'")).isEqualTo(true);
    assertThat(value("!!null x")).isNull();
  }

  @Test
  void mergedFieldsComeFirstAndGiveWay() {
    Object value =
        plain(
            """
            one: &one {a: 1, b: 2}
            two: &two {a: 3, c: 4}
            all: {z: 0, <<: [*one, *two], b: 5}
            """);
    Object all = Objects.requireNonNull((Map<?, ?>) value).get("all");
    assertThat(all).hasToString("{a=1, c=4, b=5, z=0}");
  }

  @Test
  void aliasesShareTheNodeOfTheirAnchor() {
    ObjectNode root = (ObjectNode) YamlReader.read("m", "a: &a {x: 1}\nb: *a\n");
    assertThat(root.field("b")).isSameAs(root.field("a"));
  }

  @Test
  void theLastOfFieldsWithTheSameNameCounts() {
    assertThat(plain("{a: 1, b: 2, a: 3}")).hasToString("{a=3, b=2}");
  }

  @Test
  void namesOfFieldsAreTexts() {
    assertThat(plain("{1: a, true: b, ~: c, 1.5: d, =: e}"))
        .isEqualTo(Map.of("1", "a", "True", "b", "None", "c", "1.5", "d", "=", "e"));
  }

  @Test
  void everyValueKnowsItsLineAndColumn() {
    ObjectNode root = (ObjectNode) YamlReader.read("m.yaml", "a:\n  b:\n    - x\n    - {c: y}\n");
    ObjectNode a = (ObjectNode) Objects.requireNonNull(root.field("a"));
    Node.ListNode b = (Node.ListNode) Objects.requireNonNull(a.field("b"));
    assertThat(a.mark()).isEqualTo(new Mark("m.yaml", 2, 3));
    assertThat(b.elements().getFirst().mark()).isEqualTo(new Mark("m.yaml", 3, 7));
    assertThat(b.elements().getLast().mark()).isEqualTo(new Mark("m.yaml", 4, 7));
  }

  @Test
  void jsonIsReadToo() {
    String json =
        """
        {
        \t"a": [1, 2.5, true, null, "x\\n\\u00e9\\ud83d\\ude00\\/"],
        \t"b": {}
        }
        """;
    assertThat(plain(json)).hasToString("{a=[1, 2.5, true, null, x\né😀/], b={}}");
  }

  @Test
  void quotedSlashesMayBeEscaped() {
    assertThat(plain("a: \"x\\/y\\/\"\nb: 'x\\/y'\nc: x\\/y\n"))
        .isEqualTo(Map.of("a", "x/y/", "b", "x\\/y", "c", "x\\/y"));
    assertThat(plain("{a: \"x\\/y\", b: 'x\\/y'}")).isEqualTo(Map.of("a", "x/y", "b", "x\\/y"));
  }

  @Test
  void aByteOrderMarkIsSkipped(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("m.yaml"), "\uFEFFa: 1\n");
    assertThat(YamlReader.read(file).plain()).isEqualTo(Map.of("a", 1L));
  }

  @Test
  void anEmptyTextIsNull() {
    assertThat(plain("# nothing\n")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'a: [1, 2'|1|9",
        "'a: 1/b: *nowhere'|2|4",
        "'a: &a [*a]'|1|8",
        "'a: &a 1/b: &a 2'|2|4",
        "'a: 1/---/b: 2'|2|1",
        "'a: !thing 1'|1|4",
        "'a: !!set {}'|1|4",
        "'a: 1/? [x]/: 1'|2|3",
        "'a: ='|1|4",
        "'a: 2024-02-31'|1|4",
        "'a: {<<: 1}'|1|9",
        "'a: !!int x'|1|4"
      })
  void whatIsNoYamlIsRefusedWithItsPlace(String text, int line, int column) {
    GodwitException error = refusal(text.replace('/', '\n'));
    assertThat(error.code()).isEqualTo("manifest.yaml");
    assertThat(error.kind()).isEqualTo(ErrorKind.CONFIG);
    assertThat(error.place().file()).isEqualTo("m");
    assertThat(List.of(error.place().line(), error.place().column())).containsExactly(line, column);
  }

  @Test
  void forbiddenCharactersAreRefusedWithTheirPlace() {
    GodwitException error = refusal("a: 1\nb: x\u0001\n");
    assertThat(error.place().line()).isEqualTo(2);
    assertThat(error.place().column()).isEqualTo(5);
  }

  @Test
  void deepNestingIsRefused() {
    assertThat(refusal("[".repeat(100_000)).code()).isEqualTo("manifest.too-deep");
  }

  @Test
  void anAliasBombIsRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      String alias = "*a" + (i - 1);
      bomb.append(
          "a%d: &a%d [%s]%n".formatted(i, i, String.join(", ", List.of(alias, alias, alias))));
    }
    assertThat(refusal(bomb.toString()).code()).isEqualTo("manifest.too-large");
  }

  @Test
  void filesThatCannotBeReadAreRefused(@TempDir Path folder) throws IOException {
    Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE9});
    assertThat(refusal(latin).code()).isEqualTo("manifest.encoding");
    assertThat(refusal(folder.resolve("absent.yaml")).code()).isEqualTo("manifest.unreadable");
  }

  private static @Nullable Object value(String text) {
    Node node = ((ObjectNode) YamlReader.read("m", "v: " + text)).field("v");
    return ((ScalarNode) Objects.requireNonNull(node)).value();
  }

  private static @Nullable Object plain(String text) {
    return YamlReader.read("m", text).plain();
  }

  private static GodwitException refusal(String text) {
    return Objects.requireNonNull(
        catchThrowableOfType(GodwitException.class, () -> YamlReader.read("m", text)));
  }

  private static GodwitException refusal(Path file) {
    return Objects.requireNonNull(
        catchThrowableOfType(GodwitException.class, () -> YamlReader.read(file)));
  }
}
