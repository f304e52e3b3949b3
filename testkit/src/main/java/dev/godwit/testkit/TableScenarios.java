package dev.godwit.testkit;

import dev.godwit.core.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Scenarios about names, and about how many rows and columns there are.
final class TableScenarios {
  private static final int MANY = 10_000;

  private static final List<String> ODD_COLUMNS =
      List.of(
          "with space",
          "select",
          "order",
          "UPPER",
          "Upper",
          "upper",
          "quo\"ted",
          "it's",
          "dot.ted",
          "dash-ed",
          "1st",
          "semi;colon",
          "back\\slash",
          "ünïcödé",
          "数",
          "😀",
          "$ref",
          "per%cent",
          "?",
          " ",
          "",
          "_airbyte_raw_id",
          "_airbyte_meta",
          "_airbyte_data");

  private static final List<String> ODD_TABLES =
      List.of(
          "with space",
          "select",
          "table",
          "UPPER",
          "quo\"ted",
          "it's",
          "dot.ted",
          "dash-ed",
          "1st",
          "semi;colon",
          "ünïcödé",
          "数",
          "😀");

  private TableScenarios() {}

  static List<Scenario> all(int longestName) {
    return Stream.concat(
            Stream.of(
                oddColumnNames(),
                Scenario.of(
                        "camel case",
                        "{\"customerId\": {\"type\": \"integer\"}}",
                        "{\"customerId\":1}")
                    .in("CamelCaseStream"),
                wide(),
                some("empty stream", 0),
                some("one record", 1),
                some("large batch", MANY),
                noKey(),
                longNames(longestName),
                duplicateKeys(),
                sparse(),
                bulk()),
            ODD_TABLES.stream().map(name -> some("odd table name " + name, 2).in(name)))
        .toList();
  }

  private static Scenario oddColumnNames() {
    return textColumns("odd column names", ODD_COLUMNS);
  }

  /// One row with a value of its own in each column.
  private static Scenario textColumns(String title, List<String> names) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (String name : names) {
      properties.put(name, Map.of("type", "string"));
      row.put(name, "value " + row.size());
    }
    return Scenario.of(title, properties, List.of(JsonWriter.text(row)));
  }

  private static Scenario wide() {
    return textColumns(
        "fifty columns", IntStream.range(0, 50).mapToObj(i -> "column_" + i).toList());
  }

  private static Scenario longNames(int longest) {
    String name = "n".repeat(longest);
    return textColumns("long names", List.of(name, name + "_and_more", name + "_and_most"))
        .in("t".repeat(longest));
  }

  private static final String PROPERTIES =
      """
      {"id": {"type": "integer"}, "name": {"type": "string"}, "amount": {"type": "number"}}\
      """;

  private static String row(int id) {
    return "{\"id\":%d,\"name\":\"Row number %d\",\"amount\":%d.25}".formatted(id, id, id % 1000);
  }

  private static List<String> rows(int from, int to) {
    return IntStream.range(from, to).mapToObj(TableScenarios::row).toList();
  }

  private static Scenario some(String title, int count) {
    return Scenario.of(title, Scenario.object(PROPERTIES), rows(0, count)).keyed("id");
  }

  private static Scenario bulk() {
    List<List<String>> slices = new ArrayList<>();
    for (int slice = 0; slice < 10; slice++) {
      slices.add(rows(slice * MANY / 2, (slice + 1) * MANY / 2));
    }
    return some("generated bulk", 0).inSlices(slices);
  }

  private static Scenario noKey() {
    return Scenario.of(
        "no key",
        PROPERTIES,
        """
        {"id":1,"name":"same","amount":1}
        {"id":1,"name":"same","amount":1}
        {"id":1,"name":"other","amount":1}
        """);
  }

  private static Scenario duplicateKeys() {
    return Scenario.of(
            "duplicate keys",
            PROPERTIES,
            """
            {"id":1,"name":"first","amount":1}
            {"id":2,"name":"only","amount":2}
            {"id":1,"name":"second","amount":3}
            {"id":1,"name":"last"}
            """)
        .keyed("id")
        .merged(
            """
            {"id":1,"name":"last"}
            {"id":2,"name":"only","amount":2}
            """);
  }

  /// Rows that have one of many fields each, and one that no schema knows.
  private static Scenario sparse() {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    List<String> rows = new ArrayList<>();
    StringBuilder landing = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      properties.put("field_" + i, Map.of("type", List.of("null", "integer")));
      rows.add("{\"field_%d\":%d,\"undeclared\":true}".formatted(i, i));
      landing.append("{\"field_%d\":%d}\n".formatted(i, i));
    }
    return Scenario.of("sparse rows", properties, rows).landing(landing.toString());
  }
}
