package dev.godwit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.godwit.core.Destination;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.sync.StreamReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Syncs a scenario twice and compares every value of the table with what has to land.
record ScenarioCheck(TestedDestination tested, Scenario scenario, WriteMode mode) {
  private static final Map<String, @Nullable Object> READ_AT_SCHEMA = Map.of("format", "date-time");

  void run() {
    sync(1);
    requireLanded(1, "after the first run");
    sync(2);
    requireLanded(mode == WriteMode.APPEND ? 2 : 1, "after the second run");
  }

  private void sync(long reading) {
    try (Destination destination = tested.open()) {
      ScriptedSource source = new ScriptedSource(1, List.of(scenario.script(reading)));
      StreamReport report = Syncing.run(source, destination, mode).streams().getFirst();
      assertTrue(report.succeeded(), () -> "the sync failed: " + report.error());
    }
  }

  private void requireLanded(int times, String when) {
    List<String> expected = new ArrayList<>();
    for (String row : scenario.landing()) {
      Map<String, @Nullable Object> fields = Scenario.object(row);
      Object changes = fields.remove(Scenario.CHANGES);
      String text = text(fields, changes == null ? List.of() : changes);
      for (int i = 0; i < times; i++) {
        expected.add(text);
      }
    }
    List<String> landed = new ArrayList<>();
    Set<Object> ids = new HashSet<>();
    for (Map<String, @Nullable Object> row : tested.rows(scenario.describe().name())) {
      landed.add(text(fields(row), requireOwnColumns(row)));
      ids.add(row.get(OwnColumns.RAW_ID));
    }
    RowDifference.requireNone(expected, landed, when);
    assertEquals(landed.size(), ids.size(), "rows have ids of their own");
  }

  private String text(Map<String, @Nullable Object> fields, Object changes) {
    return PlainRow.text(fields, scenario.properties())
        + " "
        + PlainRow.text(Map.of(Scenario.CHANGES, changes), Map.of());
  }

  /// A row's values by field; all columns must be known.
  private Map<String, @Nullable Object> fields(Map<String, @Nullable Object> row) {
    Collection<String> keys = scenario.properties().keySet();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    Set<String> columns = new HashSet<>(OwnColumns.ALL);
    for (String key : keys) {
      String column = tested.column(key, keys);
      assertTrue(columns.add(column), () -> "two columns are called " + column);
      fields.put(key, row.get(column));
    }
    assertEquals(columns, row.keySet(), "the columns of the table");
    return fields;
  }

  /// Checks the columns that every row has.
  ///
  /// @return the changes that the row tells
  private static Object requireOwnColumns(Map<String, @Nullable Object> row) {
    assertNotNull(row.get(OwnColumns.RAW_ID), "a row has an id");
    assertTrue(row.get(OwnColumns.GENERATION_ID) instanceof Long, "a row has a generation");
    assertEquals(
        PlainRow.text(Map.of("at", "2024-06-01T11:59:00Z"), Map.of("at", READ_AT_SCHEMA)),
        PlainRow.text(
            Map.of("at", String.valueOf(row.get(OwnColumns.EXTRACTED_AT))),
            Map.of("at", READ_AT_SCHEMA)),
        "when the row was read");
    if (row.get(OwnColumns.META) instanceof Map<?, ?> meta
        && meta.get("changes") instanceof List<?> changes) {
      return changes;
    }
    throw new AssertionError("a row tells what was changed, if only that nothing was: " + row);
  }
}
