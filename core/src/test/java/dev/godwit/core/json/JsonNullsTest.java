package dev.godwit.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonNullsTest {
  private final JsonNulls nulls = new JsonNulls();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"a\":null,\"b\":1,\"c\":null}|{\"b\":1}",
        "{\"a\":null}|{}",
        "{\"a\":{\"b\":null},\"c\":[null],\"d\":\"null\"}|{\"a\":{\"b\":null},\"c\":[null],\"d\":\"null\"}",
        "{\"a\":1,\"b\":null}|{\"a\":1}",
        "{}|{}",
      })
  void onlyFieldsAtTheTopAreLeftOut(String row, String expected) {
    byte[] page = ("#" + row + "#").getBytes(StandardCharsets.UTF_8);
    JsonBuffer copy = new JsonBuffer();
    copy.addAscii("before ");
    nulls.copyWithout(page, 1, page.length - 1, copy);
    assertThat(copy.toString()).isEqualTo("before " + expected);
    assertThat(nulls.present(page, 1, page.length - 1)).isEqualTo(!row.equals(expected));
  }

  @Test
  void onlyObjectsAreRows() {
    byte[] page = "[null]".getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> nulls.present(page, 0, page.length))
        .isInstanceOf(GodwitException.class)
        .hasMessageContaining("expected an object");
  }
}
