package dev.godwit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
  private static List<Object> tokens(String form, String key, List<?> values) {
    Map<String, Object> rule = Map.of("tokenise", Map.of("field", "v", "key", key, "as", form));
    List<String> rows =
        values.stream().map(value -> "{\"v\":" + JsonWriter.text(value) + "}").toList();
    List<Object> tokens = new ArrayList<>();
    for (String row :
        Mapper.texts(
            Mapper.map(
                Mappings.read(List.of(rule), _ -> null)
                    .forStream(Mapper.plain("{'properties': {'v': {}}}")),
                Mapper.exactBatch(rows)))) {
      tokens.add(((Map<?, ?>) JsonParser.LENIENT.parse(row)).get("v"));
    }
    return tokens;
  }

  private static List<Object> tokens(String form, List<?> values) {
    return tokens(form, Mapper.KEY, values);
  }

  /// Characters by what they are: a for small letters, A for capitals, 0 for digits, themselves
  /// otherwise; characters beyond ASCII by their block.
  private static String shape(String text) {
    StringBuilder shape = new StringBuilder();
    text.codePoints().map(TokenTest::shape).forEach(shape::appendCodePoint);
    return shape.toString();
  }

  private static int shape(int point) {
    if (point >= 0x100) {
      return point & ~0xFF;
    }
    if (point >= 0xA0) {
      return point >= 0xC0 ? 0xC0 : 0xA0;
    }
    if (Character.isDigit(point)) {
      return '0';
    }
    return Character.isLetter(point) ? (Character.isUpperCase(point) ? 'A' : 'a') : point;
  }

  @Test
  void tokensHaveTheShapeOfTheirValues() {
    Random random = new Random(11);
    List<String> values = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      values.add(MaskTest.randomText(random));
    }

    List<Object> tokens = tokens("text", values);

    for (int i = 0; i < values.size(); i++) {
      assertThat(shape((String) tokens.get(i))).isEqualTo(shape(values.get(i)));
    }
  }

  @Test
  void tokensAreTheSameInEveryRunAndOthersUnderAnotherKey() {
    List<String> values = List.of("jane.doe@shop.example", "j@x.org");

    assertThat(tokens("email", values)).isEqualTo(tokens("email", values));
    assertThat(tokens("email", values))
        .doesNotContainAnyElementsOf(tokens("email", "another key of 16 bytes", values));
    assertThat(tokens("text", values)).doesNotContainAnyElementsOf(tokens("id", values));
  }

  @Test
  void addressesBecomeAddressesToWhichNoMailGoes() {
    Object token = tokens("email", List.of("Jane.Doe+x1@mail.shop.com")).getFirst();

    assertThat((String) token)
        .matches(
            "[A-Z][a-z]{3}\\.[A-Z][a-z]{2}\\+[a-z][0-9]@[a-z]{4}\\.[a-z]{4}\\.[a-z]{3}\\.example")
        .doesNotContain("shop", "Jane");
  }

  @Test
  void phoneNumbersKeepTheirSigns() {
    Object token = tokens("phone", List.of("+49 (170) 123-45.67")).getFirst();

    assertThat((String) token)
        .matches("\\+[0-9]{2} \\([0-9]{3}\\) [0-9]{3}-[0-9]{2}\\.[0-9]{2}")
        .isNotEqualTo("+49 (170) 123-45.67");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void allNumbersOfALengthHaveTokensOfThatLengthAndNoTwoTheSame(int digits) {
    int first = digits == 1 ? 0 : (int) Math.pow(10, digits - 1);
    List<Long> all =
        IntStream.range(first, (int) Math.pow(10, digits)).mapToObj(Long::valueOf).toList();

    assertThat(new HashSet<>(tokens("id", all))).isEqualTo(new HashSet<>(all));
    assertThat(tokens("id", all)).isNotEqualTo(all);
  }

  @Test
  void allShortTextsHaveDifferentTokens() {
    List<String> all = new ArrayList<>();
    for (char a = 'a'; a <= 'z'; a++) {
      for (char b = '0'; b <= '9'; b++) {
        all.add("" + a + b);
      }
    }

    assertThat(new HashSet<>(tokens("text", all))).isEqualTo(new HashSet<>(all));
  }

  @Test
  void numbersOf64BitsStaySuch() {
    Random random = new Random(3);
    List<Long> values =
        new ArrayList<>(
            List.of(Long.MAX_VALUE, Long.MIN_VALUE + 1, -5L, 0L, 9_000_000_000_000_000_000L));
    for (int i = 0; i < 200; i++) {
      values.add(random.nextLong());
    }

    List<Object> tokens = tokens("id", values);

    Set<Object> different = new HashSet<>();
    for (int i = 0; i < values.size(); i++) {
      assertThat(tokens.get(i)).isInstanceOf(Long.class);
      assertThat(Long.signum((Long) tokens.get(i)))
          .isBetween(
              Math.min(0, Long.signum(values.get(i))), Math.max(1, Long.signum(values.get(i))));
      assertThat(tokens.get(i).toString()).hasSameSizeAs(values.get(i).toString());
      different.add(tokens.get(i));
    }
    assertThat(different).hasSize(values.size());
  }

  @Test
  void uuidsStayUuidsOfTheirVersion() {
    UUID uuid = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");

    String token = (String) tokens("id", List.of(uuid.toString())).getFirst();

    assertThat(UUID.fromString(token).toString()).isEqualTo(token).isNotEqualTo(uuid.toString());
    assertThat(UUID.fromString(token).version()).isEqualTo(4);
    assertThat(UUID.fromString(token).variant()).isEqualTo(2);
    String capital = uuid.toString().toUpperCase(Locale.ROOT);
    assertThat((String) tokens("id", List.of(capital)).getFirst()).matches("[0-9A-F-]{36}");
  }

  @Test
  void longTextsAreTokenisedToTheirEnd() {
    String text = "abc123 ".repeat(500);

    String token = (String) tokens("text", List.of(text)).getFirst();

    assertThat(shape(token)).isEqualTo(shape(text));
    assertThat(new HashSet<>(List.of(token.split(" ")))).hasSizeGreaterThan(490);
  }
}
