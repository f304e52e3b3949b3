package dev.godwit.testkit;

import static dev.godwit.core.schema.SchemaAction.ASK;
import static dev.godwit.core.schema.SchemaAction.DISCARD_ROW;
import static dev.godwit.core.schema.SchemaAction.DISCARD_VALUE;
import static dev.godwit.core.schema.SchemaAction.EVOLVE;
import static dev.godwit.core.schema.SchemaAction.FREEZE;
import static dev.godwit.core.schema.SchemaAction.QUARANTINE;
import static dev.godwit.core.schema.SchemaAction.STOP;
import static dev.godwit.core.schema.SchemaAction.VARIANT;

import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.schema.SchemaAction;
import dev.godwit.core.schema.SchemaChangeKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stream that changes between two runs, what the policy makes of it, and what has to lie in its
/// table afterwards. After the first run there is the row `{"id":1,"x":10}`.
///
/// @param accepted whether somebody has agreed to the change
/// @param rows of the table, as JSON with sorted keys
/// @param error the code with which the second run fails; null where it succeeds
record SchemaChangeCase(
    Script script,
    SchemaAction action,
    boolean accepted,
    List<String> rows,
    long quarantined,
    long discarded,
    @Nullable String error) {
  private static final String FIRST = "{\"id\":1,\"x\":10}";

  /// What a stream looks like and delivers.
  ///
  /// @param properties JSON Schema of the fields
  /// @param required fields that always have a value
  /// @param key field of the primary key
  /// @param cursor field by which changes are found; empty for none
  record Look(String properties, List<String> required, String key, String cursor) {
    static Look of(String properties) {
      return new Look(properties, List.of(), "", "");
    }

    Look required(String... fields) {
      return new Look(properties, List.of(fields), key, cursor);
    }

    Look keyed(String field) {
      return new Look(properties, required, field, cursor);
    }

    Look by(String field) {
      return new Look(properties, required, key, field);
    }
  }

  /// A change of a stream.
  ///
  /// @param rows of the second run
  record Script(SchemaChangeKind kind, Look before, Look after, List<String> rows) {
    private SchemaChangeCase with(SchemaAction action, String... landing) {
      return new SchemaChangeCase(this, action, false, List.of(landing), 0, 0, null);
    }

    private SchemaChangeCase stopped() {
      return new SchemaChangeCase(this, STOP, false, List.of(FIRST), 0, 0, "schema.stopped");
    }

    private SchemaChangeCase asked() {
      return new SchemaChangeCase(this, ASK, false, List.of(FIRST), 0, 0, "schema.not-accepted");
    }
  }

  String title() {
    return "%s, %s%s"
        .formatted(script.kind().wireName(), action.wireName(), accepted ? ", accepted" : "");
  }

  /// How rows are written: merged where there is a key.
  WriteMode mode() {
    return script.before().key().isEmpty() ? WriteMode.APPEND : WriteMode.APPEND_DEDUP;
  }

  private SchemaChangeCase quarantining() {
    return new SchemaChangeCase(script, action, accepted, rows, 1, discarded, error);
  }

  private SchemaChangeCase discarding() {
    return new SchemaChangeCase(script, action, accepted, rows, quarantined, 1, error);
  }

  /// This case, agreed to in advance.
  private SchemaChangeCase agreed() {
    return new SchemaChangeCase(script, ASK, true, rows, quarantined, discarded, error);
  }

  static List<SchemaChangeCase> all() {
    List<SchemaChangeCase> cases = new ArrayList<>();
    newColumn(cases);
    removedColumn(cases);
    widerType(cases);
    typeConflict(cases);
    nullability(cases);
    keyChange(cases);
    cursorGone(cases);
    return cases;
  }

  private static final String PLAIN =
      "{\"id\":{\"type\":\"integer\"},\"x\":{\"type\":\"integer\"}}";

  private static void newColumn(List<SchemaChangeCase> cases) {
    Script script =
        new Script(
            SchemaChangeKind.NEW_COLUMN,
            Look.of(PLAIN),
            Look.of(PLAIN.replace("}}", "},\"y\":{\"type\":\"string\"}}")),
            List.of("{\"id\":2,\"x\":20,\"y\":\"v\"}", "{\"id\":3,\"x\":30}"));
    String with = "{\"id\":2,\"x\":20,\"y\":\"v\"}";
    String without = "{\"id\":2,\"x\":20}";
    String third = "{\"id\":3,\"x\":30}";
    SchemaChangeCase evolve = script.with(EVOLVE, FIRST, with, third);
    cases.add(evolve);
    cases.add(evolve.agreed());
    cases.add(script.with(FREEZE, FIRST, without, third));
    cases.add(script.with(DISCARD_VALUE, FIRST, without, third));
    cases.add(script.with(DISCARD_ROW, FIRST, third).discarding());
    cases.add(script.with(QUARANTINE, FIRST, third).quarantining());
    cases.add(
        script.with(
            VARIANT, FIRST, "{\"_godwit_variant\":{\"y\":\"v\"},\"id\":2,\"x\":20}", third));
    cases.add(script.stopped());
    cases.add(script.asked());
  }

  private static void removedColumn(List<SchemaChangeCase> cases) {
    Script script =
        new Script(
            SchemaChangeKind.REMOVED_COLUMN,
            Look.of(PLAIN),
            Look.of("{\"id\":{\"type\":\"integer\"}}"),
            List.of("{\"id\":2}"));
    SchemaChangeCase evolve = script.with(EVOLVE, FIRST, "{\"id\":2}");
    cases.add(evolve);
    cases.add(evolve.agreed());
    cases.add(script.with(FREEZE, FIRST, "{\"id\":2}"));
    cases.add(script.stopped());
    cases.add(script.asked());
  }

  private static void widerType(List<SchemaChangeCase> cases) {
    misfits(
        cases,
        new Script(
            SchemaChangeKind.WIDER_TYPE,
            Look.of(PLAIN),
            Look.of(PLAIN.replace("\"x\":{\"type\":\"integer\"}", "\"x\":{\"type\":\"number\"}")),
            List.of("{\"id\":2,\"x\":2.5}", "{\"id\":3,\"x\":3}")),
        List.of(FIRST, "{\"id\":2,\"x\":2.5}", "{\"id\":3,\"x\":3}"),
        "2.5");
  }

  private static void typeConflict(List<SchemaChangeCase> cases) {
    misfits(
        cases,
        new Script(
            SchemaChangeKind.TYPE_CONFLICT,
            Look.of(PLAIN),
            Look.of(PLAIN.replace("\"x\":{\"type\":\"integer\"}", "\"x\":{\"type\":\"string\"}")),
            List.of("{\"id\":2,\"x\":\"abc\"}", "{\"id\":3,\"x\":3}")),
        List.of("{\"id\":1,\"x\":\"10\"}", "{\"id\":2,\"x\":\"abc\"}", "{\"id\":3,\"x\":\"3\"}"),
        "\"abc\"");
  }

  /// The second row does not fit, the third one does.
  private static void misfits(
      List<SchemaChangeCase> cases, Script script, List<String> evolved, String misfit) {
    String third = "{\"id\":3,\"x\":3}";
    SchemaChangeCase evolve = new SchemaChangeCase(script, EVOLVE, false, evolved, 0, 0, null);
    cases.add(evolve);
    cases.add(evolve.agreed());
    cases.add(script.with(FREEZE, FIRST, "{\"id\":2}", third));
    cases.add(script.with(DISCARD_VALUE, FIRST, "{\"id\":2}", third));
    cases.add(script.with(DISCARD_ROW, FIRST, third).discarding());
    cases.add(script.with(QUARANTINE, FIRST, third).quarantining());
    cases.add(
        script.with(
            VARIANT, FIRST, "{\"_godwit_variant\":{\"x\":" + misfit + "},\"id\":2}", third));
    cases.add(script.stopped());
    cases.add(script.asked());
  }

  private static void nullability(List<SchemaChangeCase> cases) {
    Script script =
        new Script(
            SchemaChangeKind.NULLABILITY,
            Look.of(PLAIN).required("x"),
            Look.of(PLAIN),
            List.of("{\"id\":2,\"x\":null}", "{\"id\":3}", "{\"id\":4,\"x\":40}"));
    String fourth = "{\"id\":4,\"x\":40}";
    SchemaChangeCase evolve = script.with(EVOLVE, FIRST, "{\"id\":2}", "{\"id\":3}", fourth);
    cases.add(evolve);
    cases.add(evolve.agreed());
    cases.add(new SchemaChangeCase(script, DISCARD_ROW, false, List.of(FIRST, fourth), 0, 2, null));
    cases.add(new SchemaChangeCase(script, QUARANTINE, false, List.of(FIRST, fourth), 2, 0, null));
    cases.add(script.stopped());
    cases.add(script.asked());
  }

  private static void keyChange(List<SchemaChangeCase> cases) {
    Script script =
        new Script(
            SchemaChangeKind.KEY_CHANGE,
            Look.of(PLAIN).keyed("id"),
            Look.of(PLAIN).keyed("x"),
            List.of("{\"id\":2,\"x\":10}", "{\"id\":3,\"x\":10}"));
    SchemaChangeCase evolve = script.with(EVOLVE, "{\"id\":3,\"x\":10}");
    cases.add(evolve);
    cases.add(evolve.agreed());
    cases.add(script.with(FREEZE, FIRST, "{\"id\":2,\"x\":10}", "{\"id\":3,\"x\":10}"));
    cases.add(script.stopped());
    cases.add(script.asked());
  }

  private static void cursorGone(List<SchemaChangeCase> cases) {
    Script script =
        new Script(
            SchemaChangeKind.CURSOR_GONE,
            Look.of(PLAIN).by("x"),
            Look.of(PLAIN).by("id"),
            List.of("{\"id\":2,\"x\":20}"));
    SchemaChangeCase evolve = script.with(EVOLVE, "{\"id\":2,\"x\":20}");
    cases.add(evolve);
    cases.add(evolve.agreed());
    cases.add(script.stopped());
    cases.add(script.asked());
  }
}
