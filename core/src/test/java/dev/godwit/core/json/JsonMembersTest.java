package dev.godwit.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonMembersTest {
  private final JsonMembers members = new JsonMembers();

  private List<String> fields(String row) {
    byte[] page = ("#" + row + "#").getBytes(StandardCharsets.UTF_8);
    List<String> fields = new ArrayList<>();
    members.open(page, 1, page.length - 1);
    while (members.next()) {
      String value =
          new String(
              page, members.start(), members.end() - members.start(), StandardCharsets.UTF_8);
      fields.add(members.key() + "=" + value + " " + members.kind());
    }
    return fields;
  }

  @Test
  void fieldsComeInTheOrderOfTheText() {
    assertThat(fields(" { \"ü\" : 1 , \"a\\n\":{\"x\":[]},\"\":null,\"ü\":true } "))
        .containsExactly("ü=1 NUMBER", "a\n={\"x\":[]} OBJECT", "=null NULL", "ü=true BOOLEAN");
  }

  @Test
  void anEmptyObjectHasNoFields() {
    assertThat(fields("{}")).isEmpty();
    assertThat(fields("{\"a\":\"\"}")).containsExactly("a=\"\" STRING");
  }

  @Test
  void whatIsNotAnObjectIsRefused() {
    for (String text : List.of("[]", "{\"a\":1,}", "{\"a\":1}x", "{\"a\":1", "{a:1}", "")) {
      assertThatThrownBy(() -> fields(text)).isInstanceOf(GodwitException.class);
    }
  }
}
