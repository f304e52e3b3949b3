package dev.godwit.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    assertThat(scanned(row)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":null,\"b\":null,\"c\":1,\"d\":2}",
        "{\"a\":1,\"b\":null,\"c\":null,\"d\":2}",
        "{\"a\":1,\"b\":2,\"c\":null,\"d\":null}",
        "{\"a\":null,\"b\":1,\"c\":null,\"d\":2,\"e\":null}",
        "{\"a\":null,\"b\":null}",
        "{\"a\":{\"x\":null,\"y\":[null]},\"b\":null,\"c\":[{\"d\":null}]}",
        "{ \"a\" : null , \"b\" : 1 }",
      })
  void nullsThatTheScannerHasSeenAreLeftOutAsIfEveryFieldWereLookedAt(String row) {
    byte[] page = row.getBytes(StandardCharsets.UTF_8);
    JsonBuffer copy = new JsonBuffer();
    nulls.copyWithout(page, 0, page.length, copy);
    assertThat(scanned(row)).isEqualTo(copy.toString());
  }

  /// The row between two others of the same page, found by the scanner.
  private String scanned(String row) {
    byte[] page =
        ("{\"other\":null,\"rows\":[{\"z\":null}," + row + ",{\"y\":null}]}")
            .getBytes(StandardCharsets.UTF_8);
    JsonRows rows =
        new JsonScanner(List.of("rows"))
            .scan(page)
            .rows(new Slice(StreamName.of("rows"), 0, Map.of(), Map.of(), Map.of()), 0);
    JsonBuffer copy = new JsonBuffer();
    nulls.copyWithout(Objects.requireNonNull(rows), 1, copy);
    return copy.toString();
  }

  @Test
  void onlyObjectsAreRows() {
    byte[] page = "[null]".getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> nulls.copyWithout(page, 0, page.length, new JsonBuffer()))
        .isInstanceOf(GodwitException.class)
        .hasMessageContaining("expected an object");
  }
}
