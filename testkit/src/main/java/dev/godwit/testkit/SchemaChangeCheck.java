package dev.godwit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.godwit.core.Connection;
import dev.godwit.core.Destination;
import dev.godwit.core.StreamRules;
import dev.godwit.core.catalog.ConfiguredCatalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.schema.Acceptance;
import dev.godwit.core.schema.SchemaAction;
import dev.godwit.core.schema.SchemaChangeKind;
import dev.godwit.core.schema.SchemaPolicy;
import dev.godwit.core.sync.Planner;
import dev.godwit.core.sync.Refresh;
import dev.godwit.core.sync.StreamReport;
import dev.godwit.core.sync.SyncListener;
import dev.godwit.core.sync.SyncReport;
import dev.godwit.core.sync.SyncRun;
import dev.godwit.testkit.SchemaChangeCase.Look;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Syncs a stream, changes it, syncs it again under a policy, and compares what lies there then.
record SchemaChangeCheck(TestedDestination tested, SchemaChangeCase expected) {
  private static final StreamName NAME = StreamName.of("changing");
  private static final StreamName QUARANTINE = StreamName.of("_godwit_quarantine");
  private static final List<String> LOOKED_AT = List.of("_godwit_variant", "id", "x", "y");

  void run() {
    try (Destination destination = tested.open()) {
      SyncReport first =
          sync(
              destination,
              stream(expected.script().before()),
              1,
              List.of("{\"id\":1,\"x\":10}"),
              SchemaPolicy.USUAL,
              Acceptance.NONE);
      assertTrue(first.succeeded(), first::toString);
      StreamReport second =
          sync(
                  destination,
                  stream(expected.script().after()),
                  2,
                  expected.script().rows(),
                  policy(),
                  expected.accepted() ? new Acceptance(Set.of(NAME.name())) : Acceptance.NONE)
              .streams()
              .getFirst();
      compare(second);
    }
    assertEquals(expected.rows(), landed());
    assertEquals(expected.quarantined(), tested.rows(QUARANTINE).size());
  }

  private void compare(StreamReport report) {
    GodwitException error = report.error();
    if (expected.error() == null) {
      assertNull(error, () -> String.valueOf(error));
      assertEquals(expected.quarantined(), report.rows().quarantined());
      assertEquals(expected.discarded(), report.rows().discarded());
    } else {
      assertEquals(expected.error(), error == null ? "none" : error.code());
    }
  }

  private SchemaPolicy policy() {
    SchemaChangeKind kind = expected.script().kind();
    SchemaAction action = expected.action();
    return new SchemaPolicy(Map.of(kind, action));
  }

  private static SyncReport sync(
      Destination destination,
      ConfiguredStream stream,
      long reading,
      List<String> rows,
      SchemaPolicy policy,
      Acceptance accepted) {
    Connection connection =
        new Connection(
            "test",
            "script",
            "tested",
            new ConfiguredCatalog(List.of(stream)),
            Map.of(NAME, StreamRules.NONE.with(policy)));
    ScriptedStream scripted =
        ScriptedStream.of(stream.stream(), ScriptedSlice.of(rows)).reading(reading);
    return new SyncRun(
            new Planner(connection, destination, Instant.now(), accepted).plan(Refresh.NONE),
            new ScriptedSource(1, List.of(scripted)),
            destination,
            SyncListener.SILENT)
        .run();
  }

  @SuppressWarnings("unchecked") // the parser makes maps of exactly this type
  private ConfiguredStream stream(Look look) {
    List<List<String>> key = look.key().isEmpty() ? List.of() : List.of(List.of(look.key()));
    List<String> cursor = look.cursor().isEmpty() ? List.of() : List.of(look.cursor());
    Map<String, @Nullable Object> properties =
        (Map<String, @Nullable Object>) JsonParser.STRICT.parse(look.properties());
    Stream stream =
        new Stream(
            NAME,
            Map.of("type", "object", "properties", properties, "required", look.required()),
            Set.of(SyncMode.FULL_REFRESH, SyncMode.INCREMENTAL),
            null,
            cursor,
            key,
            false,
            false);
    return new ConfiguredStream(stream, SyncMode.INCREMENTAL, expected.mode(), cursor, key);
  }

  private List<String> landed() {
    List<String> rows = new ArrayList<>();
    for (Map<String, @Nullable Object> row : tested.rows(NAME)) {
      Map<String, @Nullable Object> fields = new TreeMap<>();
      for (String field : LOOKED_AT) {
        Object value = row.get(field);
        if (value != null) {
          fields.put(field, plain(value));
        }
      }
      rows.add(JsonWriter.text(fields));
    }
    return rows.stream().sorted((a, b) -> id(a).compareTo(id(b))).toList();
  }

  /// 3.0 in a column of doubles is the 3 that was sent.
  private static @Nullable Object plain(Object value) {
    return value instanceof Number number
        ? JsonParser.STRICT.parse(
            new BigDecimal(number.toString()).stripTrailingZeros().toPlainString())
        : value;
  }

  private static Long id(String row) {
    return JsonParser.STRICT.parse(row) instanceof Map<?, ?> fields
            && fields.get("id") instanceof Long id
        ? id
        : -1L;
  }
}
