package dev.godwit.mapping.internal.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.mapping.internal.row.RowFailure;
import dev.godwit.mapping.rule.FieldPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {
  private static final FieldPath FIELD = FieldPath.parse("field");

  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "ab",
          "b",
          "A",
          "~",
          "\u00e4",
          "z\u00e4",
          "\ue000",
          "\ud83d\ude00",
          "\"",
          "\\",
          "\n",
          "/");

  private final JsonBuffer target = new JsonBuffer();
  private final CanonicalJson canonical = new CanonicalJson(target);

  private String canonical(String json) throws RowFailure {
    byte[] page = ("#" + json + "}").getBytes(StandardCharsets.UTF_8);
    target.clear();
    canonical.write(page, 1, FIELD);
    return target.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{}|{}",
        "[ ]|[]",
        "{ \"b\" : 1.50 , \"a\" : [ 1e2, true ,null ] }|{\"a\":[100,true,null],\"b\":1.5}",
        "{\"b\":{\"d\":1,\"c\":2},\"a\":{}}|{\"a\":{},\"b\":{\"c\":2,\"d\":1}}",
        "{\"a\":1,\"a\":0}|{\"a\":1,\"a\":0}",
        "{\"\\u0062\":1,\"a\":\"\\u00e9\\/\"}|{\"a\":\"\u00e9/\",\"b\":1}",
        "\"text\"|\"text\"",
        "-0.0|0",
        "false|false"
      })
  void aValueHasOneForm(String json, String form) throws RowFailure {
    assertThat(canonical(json)).isEqualTo(form);
  }

  @Test
  void namesAreSortedAsTextsOfJava() throws RowFailure {
    Random random = new Random(5);
    for (int round = 0; round < 500; round++) {
      Map<String, Object> sorted = new TreeMap<>();
      for (int i = random.nextInt(9); i > 0; i--) {
        sorted.put(text(random) + text(random), value(random, 3));
      }
      assertThat(canonical(written(sorted, random).strip())).isEqualTo(JsonWriter.text(sorted));
    }
  }

  private static String text(Random random) {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  /// A value whose maps are sorted.
  private static Object value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 3 : 5)) {
      case 0 -> text(random);
      case 1 -> random.nextLong();
      case 2 -> random.nextBoolean();
      case 3 -> {
        List<Object> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          items.add(value(random, depth - 1));
        }
        yield items;
      }
      default -> {
        Map<String, Object> members = new TreeMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
          members.put(text(random), value(random, depth - 1));
        }
        yield members;
      }
    };
  }

  /// Some JSON for a value: in any order, with white space, with escapes that need not be.
  private static String written(Object value, Random random) {
    String space = " ".repeat(random.nextInt(2));
    return space
        + switch (value) {
          case String text -> escaped(text, random);
          case List<?> items -> {
            List<String> parts = items.stream().map(item -> written(item, random)).toList();
            yield "[" + String.join(",", parts) + space + "]";
          }
          case Map<?, ?> members -> {
            List<String> parts = new ArrayList<>();
            members.forEach((key, item) ->
                parts.add(
                    space + escaped((String) key, random) + space + ":" + written(item, random)));
            Collections.shuffle(parts, random);
            yield "{" + String.join(",", parts) + space + "}";
          }
          default -> value.toString();
        }
        + space;
  }

  private static String escaped(String text, Random random) {
    if (random.nextInt(3) > 0) {
      return JsonWriter.text(text);
    }
    StringBuilder escaped = new StringBuilder("\"");
    text.chars().forEach(unit -> escaped.append("\\u%04x".formatted(unit)));
    return escaped.append('"').toString();
  }

  @Test
  void whatWasLeftUnfinishedDoesNotMatterToTheNextValue() throws RowFailure {
    String tooLong = "{\"b\":1,\"a\":" + "1".repeat(1001) + ".5}";
    assertThatThrownBy(() -> canonical(tooLong)).isInstanceOf(RowFailure.class);
    assertThat(canonical("{\"b\":1,\"a\":2}")).isEqualTo("{\"a\":2,\"b\":1}");
  }
}
