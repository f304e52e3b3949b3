package dev.godwit.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
  @Test
  void valuesAreWrittenWithoutSpaceInTheOrderOfTheMap() {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("z", 1L);
    row.put("a", null);
    row.put("list", Arrays.asList(true, false, null, 1.0, "x", List.of(), Map.of()));
    assertThat(JsonWriter.text(row))
        .isEqualTo("{\"z\":1,\"a\":null,\"list\":[true,false,null,1.0,\"x\",[],{}]}");
  }

  @Test
  void onlyWhatJsonDemandsIsEscaped() {
    assertThat(JsonWriter.text("\0\u001f\u007f\u2028é日😀\"\\/\b\f\n\r\t\u000b"))
        .isEqualTo("\"\\u0000\\u001f\u007f\u2028é日😀\\\"\\\\/\\b\\f\\n\\r\\t\\u000b\"");
  }

  @Test
  void textIsUtf8() {
    String text = "aé日😀" + "ü".repeat(5000);
    assertThat(JsonWriter.bytes(text))
        .isEqualTo(("\"" + text + "\"").getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void halvesOfSurrogatePairsBecomeEscapes() {
    assertThat(JsonWriter.text("a\ud800b\udc00")).isEqualTo("\"a\\ud800b\\udc00\"");
  }

  @Test
  void integersOfAnySizeAreWrittenAsDigits() {
    assertThat(
            JsonWriter.text(
                List.of(
                    0L,
                    -1L,
                    10L,
                    99L,
                    100L,
                    Long.MAX_VALUE,
                    Long.MIN_VALUE,
                    7,
                    BigInteger.TEN.pow(30))))
        .isEqualTo(
            "[0,-1,10,99,100,9223372036854775807,-9223372036854775808,7,1000000000000000000000000000000]");
  }

  @Test
  void aBufferIsReusedAndCutBack() throws IOException {
    JsonBuffer buffer = new JsonBuffer(1);
    JsonWriter.write("abc", buffer);
    buffer.truncate(3);
    assertThat(buffer.toString()).isEqualTo("\"ab");
    assertThatThrownBy(() -> buffer.truncate(4)).isInstanceOf(IllegalArgumentException.class);
    buffer.clear();
    JsonWriter.write(1L, buffer);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    buffer.writeTo(out);
    assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo("1");
    assertThat(buffer.toBytes()).hasSize(1);
  }

  @Test
  void whatIsNoPlainValueIsAProgrammingMistake() {
    assertThatThrownBy(() -> JsonWriter.text(LocalDate.EPOCH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.time.LocalDate");
    assertThatThrownBy(() -> JsonWriter.text(Map.of(1L, "a")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nestingIsBounded() {
    List<@Nullable Object> endless = new ArrayList<>();
    endless.add(endless);
    assertThatThrownBy(() -> JsonWriter.text(endless))
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("json.depth"));
  }
}
