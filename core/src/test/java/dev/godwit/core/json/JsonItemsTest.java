package dev.godwit.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonItemsTest {
  private final JsonItems items = new JsonItems();

  private List<String> elements(String array) {
    byte[] page = ("#" + array + "#").getBytes(StandardCharsets.UTF_8);
    List<String> elements = new ArrayList<>();
    items.open(page, 1, page.length - 1);
    while (items.next()) {
      elements.add(
          new String(page, items.start(), items.end() - items.start(), StandardCharsets.UTF_8));
    }
    return elements;
  }

  @Test
  void elementsComeInTheOrderOfTheText() {
    assertThat(elements(" [ 1 , \"ü,]\",{\"x\":[]},[2],null ] "))
        .containsExactly("1", "\"ü,]\"", "{\"x\":[]}", "[2]", "null");
  }

  @Test
  void anEmptyArrayHasNoElements() {
    assertThat(elements("[]")).isEmpty();
    assertThat(elements("[\"\"]")).containsExactly("\"\"");
  }

  @Test
  void whatIsNotAnArrayIsRefused() {
    for (String text : List.of("{}", "[1,]", "[1]x", "[1", "1", "")) {
      assertThatThrownBy(() -> elements(text)).isInstanceOf(GodwitException.class);
    }
  }
}
