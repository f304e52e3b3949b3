package dev.godwit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.JsonRows;
import dev.godwit.core.RowMapper;
import dev.godwit.core.Slice;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.json.JsonParser;
import dev.godwit.mapping.Mappings;
import dev.godwit.mapping.rule.Rule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/// The rules on the page do what the rows below them show.
class MappingsPageTest {
  private static final Page PAGE = Repository.page("docs/reference/mappings.md");
  private static final Map<String, String> SECRETS =
      Map.of(
          "secret:HASH_KEY",
          "the key of the examples",
          "secret:AES_KEY",
          "00112233445566778899aabbccddeeff".repeat(2));

  @TestFactory
  List<DynamicTest> examples() {
    List<DynamicTest> tests = new ArrayList<>();
    List<Page.Block> blocks = PAGE.blocks();
    for (int i = 0; i + 1 < blocks.size(); i++) {
      if (blocks.get(i + 1).language().equals("jsonl")) {
        String rules = blocks.get(i).text();
        List<String> lines = blocks.get(i + 1).text().lines().toList();
        tests.add(DynamicTest.dynamicTest(rules, () -> isMapped(rules, lines)));
      }
    }
    return tests;
  }

  private static void isMapped(String rules, List<String> lines) {
    String before = lines.getFirst();
    Map<?, ?> document = new Yaml().load(rules);
    Mappings mappings = Mappings.read(document.get("mappings"), SECRETS::get);

    try (RowMapper mapper = mappings.forStream(stream(before)).open()) {
      byte[] page = before.getBytes(StandardCharsets.UTF_8);
      JsonRows.Builder builder = new JsonRows.Builder();
      builder.add(0, page.length);
      Slice slice = new Slice(StreamName.of("orders"), 0, Map.of(), Map.of(), Map.of());
      JsonRows after = (JsonRows) mapper.map(builder.build(slice, page, 0)).rows();

      List<String> expected = lines.subList(1, lines.size());
      assertThat(after == null ? List.of() : List.of(shortened(after.text(0)))).isEqualTo(expected);
    }
  }

  /// Encrypted values differ each time.
  private static String shortened(String row) {
    return row.replaceAll("gw1\\.[-\\w]+", "gw1.…");
  }

  private static ConfiguredStream stream(String row) {
    Stream stream =
        new Stream(
            StreamName.of("orders"),
            schema(JsonParser.STRICT.parse(row)),
            Set.of(SyncMode.FULL_REFRESH),
            null,
            List.of(),
            List.of(),
            false,
            false);
    return ConfiguredStream.byDefault(stream);
  }

  /// A schema that a row fits.
  private static Map<String, Object> schema(Object value) {
    Map<String, Object> schema = new LinkedHashMap<>();
    switch (value) {
      case Map<?, ?> object -> {
        Map<String, Object> properties = new LinkedHashMap<>();
        object.forEach((name, inside) -> properties.put((String) name, schema(inside)));
        schema.put("type", "object");
        schema.put("properties", properties);
      }
      case List<?> list -> {
        schema.put("type", "array");
        schema.put("items", schema(list.getFirst()));
      }
      case String _ -> schema.put("type", "string");
      case Long _ -> schema.put("type", "integer");
      case Double _ -> schema.put("type", "number");
      default -> schema.put("type", "boolean");
    }
    return schema;
  }

  @Test
  void everyRuleHasAnExample() {
    Set<String> rules = new TreeSet<>();
    collect(Rule.class, rules);

    assertThat(PAGE.anchors()).containsAll(rules);
    assertThat(rules).contains("hash", "assert");
  }

  private static void collect(Class<?> family, Set<String> target) {
    if (family.isRecord()) {
      target.add(family.getSimpleName().toLowerCase(Locale.ROOT));
    } else {
      for (Class<?> type : family.getPermittedSubclasses()) {
        collect(type, target);
      }
    }
  }
}
