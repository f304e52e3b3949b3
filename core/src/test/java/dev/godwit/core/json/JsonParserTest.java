package dev.godwit.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonParserTest {
  @Test
  void valuesBecomePlainJavaValues() {
    assertThat(
            JsonParser.STRICT.parse(" {\"a\" : [1, -2.5, true, false, null, \"x\"], \"b\":{}} \n"))
        .isEqualTo(Map.of("a", Arrays.asList(1L, -2.5, true, false, null, "x"), "b", Map.of()));
  }

  @Test
  void integersKeepTheirValueUpTo64UnsignedBits() {
    assertThat(
            JsonParser.STRICT.parse(
                "[0,-0,9223372036854775807,-9223372036854775808,9223372036854775808,18446744073709551615]"))
        .isEqualTo(
            List.of(
                0L,
                0L,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                new BigInteger("9223372036854775808"),
                new BigInteger("18446744073709551615")));
  }

  @Test
  void largerIntegersBecomeDoublesUnlessTheParserIsLenient() {
    String text = "[18446744073709551616,-9223372036854775809,123456789012345678901234567890]";
    assertThat(JsonParser.STRICT.parse(text))
        .isEqualTo(List.of(1.8446744073709552e19, -9.223372036854776E18, 1.2345678901234568e29));
    assertThat(JsonParser.LENIENT.parse(text))
        .isEqualTo(
            List.of(
                new BigInteger("18446744073709551616"),
                new BigInteger("-9223372036854775809"),
                new BigInteger("123456789012345678901234567890")));
  }

  @Test
  void fractionsAndExponentsMakeDoubles() {
    assertThat(
            JsonParser.STRICT.parse(
                "[1.0,-0.0,1e5,1E-5,1.5e+3,0.1,4.9e-324,1e-400,99999999999999999999.5,9007199254740993.0,123456789.123456789]"))
        .isEqualTo(
            List.of(
                1.0,
                -0.0,
                100000.0,
                0.00001,
                1500.0,
                0.1,
                Double.MIN_VALUE,
                0.0,
                1e20,
                9007199254740992.0,
                123456789.12345679));
  }

  @Test
  void theLastOfEqualKeysWins() {
    Object parsed = JsonParser.STRICT.parse("{\"a\":1,\"b\":2,\"\\u0061\":3}");
    assertThat(parsed).isEqualTo(Map.of("a", 3L, "b", 2L));
    assertThat(JsonWriter.text(parsed)).isEqualTo("{\"a\":3,\"b\":2}");
  }

  @Test
  void escapesAndUnicodeAreDecoded() {
    assertThat(
            JsonParser.STRICT.parse(
                "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00 Größe 日本 😀 \u2028 \u007f\""))
        .isEqualTo("\"\\/\b\f\n\r\té😀 Größe 日本 😀 \u2028 \u007f");
  }

  @Test
  void aRangeOfAPageIsReadAndNothingBesideIt() {
    byte[] page = "xx[1,2]]".getBytes(StandardCharsets.US_ASCII);
    assertThat(JsonParser.STRICT.parse(page, 2, 7)).isEqualTo(List.of(1L, 2L));
    assertThatThrownBy(() -> JsonParser.STRICT.parse(page, 2, 6))
        .isInstanceOf(GodwitException.class)
        .hasMessageContaining("ends too early");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "nul",
        "nulll",
        "tru",
        "1.",
        ".5",
        "01",
        "-01",
        "+1",
        "-",
        "1e",
        "1e+",
        "[1,]",
        "[1 2]",
        "[",
        "]",
        "{",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\" 1}",
        "{\"a\":1,}",
        "{a:1}",
        "{\"a\":1",
        "1 2",
        "\"a",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\\u12\"",
        "\"\t\"",
        "\"\u0000\"",
        "\u000b1",
        "\u00a01",
        "\ufeff1",
        "[1}",
        "{\"a\":1]",
        "'a'",
        "NaN1",
        "Infinit"
      })
  void whatIsNotJsonIsRefusedByBothParsersAndTheScanner(String text) {
    byte[] page = text.getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> JsonParser.STRICT.parse(page)).isInstanceOf(GodwitException.class);
    assertThatThrownBy(() -> JsonParser.LENIENT.parse(page)).isInstanceOf(GodwitException.class);
    assertThatThrownBy(() -> new JsonScanner(List.of("a")).scan(page))
        .isInstanceOf(GodwitException.class);
  }

  @Test
  void numbersThatAreNoneAreTakenByTheLenientParserOnly() {
    String text = "[NaN,Infinity,-Infinity,1e400,-1e999]";
    assertThatThrownBy(() -> JsonParser.STRICT.parse(text)).isInstanceOf(GodwitException.class);
    assertThatThrownBy(() -> JsonParser.STRICT.parse("1e400"))
        .hasMessageContaining("beyond the range");
    assertThatThrownBy(() -> JsonParser.STRICT.parse("1" + "0".repeat(400)))
        .hasMessageContaining("beyond the range");
    assertThat(JsonParser.LENIENT.parse(text))
        .isEqualTo(
            List.of(
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY));
  }

  @Test
  void halvesOfSurrogatePairsAreTakenByTheLenientParserOnly() {
    for (String text : List.of("\"\\ud800\"", "\"\\udc00x\"", "\"\\ud800\\u0041\"", "\"\ud800\"")) {
      assertThatThrownBy(() -> JsonParser.STRICT.parse(text)).isInstanceOf(GodwitException.class);
    }
    assertThat(JsonParser.LENIENT.parse("\"\\ud800\\u0041\"")).isEqualTo("\ud800A");
    assertThat(JsonParser.LENIENT.parse("\"\udc00\"")).isEqualTo("\udc00");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    for (int[] bytes :
        new int[][] {
          {0xFF},
          {0xC0, 0x80},
          {0xED, 0xA0, 0x80},
          {0xF4, 0x90, 0x80, 0x80},
          {0xE2, 0x82},
          {0x80},
          {0xE0, 0x80, 0x80},
          {0xF0, 0x80, 0x80, 0x80},
          {0xC3, 0x28}
        }) {
      byte[] page = new byte[bytes.length + 2];
      page[0] = '"';
      page[page.length - 1] = '"';
      for (int i = 0; i < bytes.length; i++) {
        page[i + 1] = (byte) bytes[i];
      }
      assertThatThrownBy(() -> JsonParser.STRICT.parse(page)).hasMessageContaining("not UTF-8");
      assertThatThrownBy(() -> JsonParser.LENIENT.parse(page)).hasMessageContaining("not UTF-8");
    }
  }

  @Test
  void nestingIsBounded() {
    int most = 1024;
    String deep = "[".repeat(most) + "]".repeat(most);
    assertThat(JsonParser.STRICT.parse(deep)).isInstanceOf(List.class);
    assertThatThrownBy(() -> JsonParser.STRICT.parse("[" + deep + "]"))
        .isInstanceOf(GodwitException.class)
        .hasMessageContaining("nested deeper than 1024");
    assertThatThrownBy(() -> JsonParser.STRICT.parse("{\"a\":".repeat(1_000_000)))
        .hasMessageContaining("nested deeper than 1024");
  }

  @Test
  void errorsTellOffsetAndLineButNotTheText() {
    assertThatThrownBy(() -> JsonParser.STRICT.parse("{\n \"password\": \"hunter2\",\n  oops}"))
        .isInstanceOfSatisfying(
            GodwitException.class,
            e -> {
              assertThat(e.code()).isEqualTo("json.syntax");
              assertThat(e.message())
                  .isEqualTo(
                      "malformed JSON at byte 28 (line 3, column 3): expected a key in quotes");
            });
  }
}
