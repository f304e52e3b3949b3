package dev.godwit.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonFieldTest {
  private static String find(String row, String... path) {
    byte[] page = ("##" + row + "##").getBytes(StandardCharsets.UTF_8);
    JsonField field = new JsonField(List.of(path));
    if (!field.find(page, 2, page.length - 2)) {
      return "absent";
    }
    return field.kind(page)
        + " "
        + new String(page, field.start(), field.end() - field.start(), StandardCharsets.UTF_8);
  }

  @Test
  void fieldsAreFoundAtTheTopAndDeeper() {
    String row = "{\"x\":{\"a\":[]},\"a\":{\"b\":{\"c\":\"ü\"}},\"n\":-1.5}";
    assertThat(find(row, "a", "b", "c")).isEqualTo("STRING \"ü\"");
    assertThat(find(row, "n")).isEqualTo("NUMBER -1.5");
    assertThat(find(row, "x")).isEqualTo("OBJECT {\"a\":[]}");
  }

  @Test
  void whatIsNotThereIsAbsent() {
    assertThat(find("{\"a\":1}", "b")).isEqualTo("absent");
    assertThat(find("{\"a\":1}", "a", "b")).isEqualTo("absent");
    assertThat(find("{\"a\":[1]}", "a", "0")).isEqualTo("absent");
    assertThat(find("{}", "a")).isEqualTo("absent");
    assertThat(find("{\"a\":{\"b\":1},\"a\":2}", "a", "b")).isEqualTo("absent");
  }

  @Test
  void theLastOfEqualKeysCounts() {
    assertThat(find("{\"a\":1,\"a\":2}", "a")).isEqualTo("NUMBER 2");
  }

  @Test
  void aFinderIsUsedAgainAndForgetsTheRowBefore() {
    JsonField field = new JsonField(List.of("a"));
    byte[] with = "{\"a\":1}".getBytes(StandardCharsets.US_ASCII);
    byte[] without = "{\"b\":1}".getBytes(StandardCharsets.US_ASCII);
    assertThat(field.find(with, 0, with.length)).isTrue();
    assertThat(field.find(without, 0, without.length)).isFalse();
    assertThat(field.find(with, 0, with.length)).isTrue();
  }

  @Test
  void whatIsNotJsonIsRefused() {
    assertThatThrownBy(() -> find("{\"a\":1,}", "a")).isInstanceOf(GodwitException.class);
    assertThatThrownBy(() -> new JsonField(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
