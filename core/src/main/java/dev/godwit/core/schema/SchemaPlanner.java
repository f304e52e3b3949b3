package dev.godwit.core.schema;

import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.schema.FieldRules.Typed;
import dev.godwit.core.schema.SchemaChange.KeyChange;
import dev.godwit.core.schema.SchemaChange.NewStream;
import dev.godwit.core.schema.StreamShape.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Decides what comes of the changes of one stream. For one stream and one thread.
public final class SchemaPlanner {
  private final ConfiguredStream stream;
  private final SchemaPolicy policy;
  private final Map<String, @Nullable Object> properties = new LinkedHashMap<>();
  private final Map<String, Field> known = new LinkedHashMap<>();
  private final Map<String, SchemaAction> unwanted = new LinkedHashMap<>();
  private final Map<String, SchemaAction> required = new LinkedHashMap<>();
  private final Map<String, Typed> typed = new LinkedHashMap<>();
  private List<List<String>> key;

  private SchemaPlanner(ConfiguredStream stream, SchemaPolicy policy) {
    this.stream = stream;
    this.policy = policy;
    this.key = stream.primaryKey();
    if (stream.stream().jsonSchema().get("properties") instanceof Map<?, ?> declared) {
      declared.forEach((name, property) -> properties.put(String.valueOf(name), property));
    }
    known.putAll(StreamShape.of(stream).fields());
  }

  /// What a stream may come to that never landed where others did.
  public static SchemaPlan ofNewStream(
      ConfiguredStream stream, SchemaPolicy policy, Acceptance accepted) {
    return new SchemaPlanner(stream, policy).plan(List.of(new NewStream()), accepted);
  }

  /// What comes of the changes since the stream last landed.
  ///
  /// @param before null where nobody knows
  /// @param personal asked about new fields, where the policy wants that
  public static SchemaPlan of(
      ConfiguredStream stream,
      @Nullable StreamShape before,
      SchemaPolicy policy,
      PersonalData personal,
      Acceptance accepted) {
    StreamShape now = StreamShape.of(stream);
    List<SchemaChange> changes = before == null ? List.of() : SchemaDiff.between(before, now);
    if (policy.looksForPersonalData()) {
      changes = changes.stream().map(change -> lookedAt(change, personal)).toList();
    }
    SchemaPlanner planner = new SchemaPlanner(stream, policy);
    if (before != null) {
      planner.keepGone(before, now);
    }
    return planner.plan(changes, accepted);
  }

  private static SchemaChange lookedAt(SchemaChange change, PersonalData personal) {
    if (!(change instanceof SchemaChange.NewColumn(String field, FieldType type))) {
      return change;
    }
    String what = personal.in(field);
    return what == null ? change : new SchemaChange.NewPersonalColumn(field, type, what);
  }

  private void keepGone(StreamShape before, StreamShape now) {
    before
        .fields()
        .forEach((name, field) -> {
          if (!now.fields().containsKey(name)) {
            known.put(name, field.asGone());
          }
        });
  }

  private SchemaPlan plan(List<SchemaChange> changes, Acceptance accepted) {
    List<SchemaDecision> decisions = new ArrayList<>();
    for (SchemaChange change : changes) {
      SchemaAction action = policy.of(change.kind());
      boolean agreed = action == SchemaAction.ASK && accepted.covers(stream.name(), change);
      SchemaDecision decision = new SchemaDecision(change, agreed ? SchemaAction.EVOLVE : action);
      decisions.add(decision);
      apply(decision);
    }
    addTypes();
    FieldRules rules = new FieldRules(unwanted, required, typed);
    if (rules.haveVariants()) {
      properties.put(SchemaPlan.VARIANT, Map.of("type", "object"));
    }
    ConfiguredStream landing = landing();
    StreamShape shape =
        StreamShape.of(landing)
            .with(known)
            .withKey(landing.writeMode().needsKey() ? key : List.of());
    return new SchemaPlan(landing, shape, decisions, rules);
  }

  /// Values that do not fit the type of their field are conflicts too.
  private void addTypes() {
    SchemaAction action = policy.of(SchemaChangeKind.TYPE_CONFLICT);
    if (isUsual(action)) {
      return;
    }
    properties.forEach(
        (name, property) -> typed.putIfAbsent(name, new Typed(SchemaTypes.of(property), action)));
  }

  /// Whether destinations do it by themselves: they leave out what does not fit, and say so.
  private static boolean isUsual(SchemaAction action) {
    return switch (action) {
      case EVOLVE, FREEZE, DISCARD_VALUE, ASK -> true;
      case DISCARD_ROW, VARIANT, QUARANTINE, STOP -> false;
    };
  }

  private void apply(SchemaDecision decision) {
    switch (decision.change()) {
      case NewStream _, SchemaChange.RemovedColumn _, SchemaChange.CursorGone _ -> {}
      case SchemaChange.NewColumn column -> holdBack(column.field(), decision.action());
      case SchemaChange.NewPersonalColumn column -> holdBack(column.field(), decision.action());
      case SchemaChange.WiderType wider -> keepType(wider.field(), wider.from(), decision.action());
      case SchemaChange.TypeConflict conflict ->
          keepType(conflict.field(), conflict.from(), decision.action());
      case SchemaChange.Nullability nullability -> require(nullability.field(), decision.action());
      case KeyChange change -> keepKey(change, decision.action());
    }
  }

  private void holdBack(String field, SchemaAction action) {
    if (action == SchemaAction.EVOLVE) {
      return;
    }
    properties.remove(field);
    known.remove(field);
    if (action != SchemaAction.FREEZE) {
      unwanted.put(field, action);
    }
  }

  private void keepType(String field, FieldType type, SchemaAction action) {
    if (action == SchemaAction.EVOLVE) {
      known.computeIfPresent(
          field, (name, now) -> new Field(now.type().join(type), now.nullable()));
      return;
    }
    properties.put(field, SchemaTypes.property(type));
    known.computeIfPresent(field, (name, now) -> new Field(type, now.nullable()));
    if (!isUsual(action)) {
      typed.put(field, new Typed(type, action));
    }
  }

  private void require(String field, SchemaAction action) {
    if (action == SchemaAction.EVOLVE) {
      return;
    }
    known.computeIfPresent(field, (name, now) -> new Field(now.type(), false));
    required.put(field, action);
  }

  private void keepKey(KeyChange change, SchemaAction action) {
    if (action == SchemaAction.FREEZE) {
      key = change.from();
    }
  }

  private ConfiguredStream landing() {
    Stream read = stream.stream();
    Map<String, @Nullable Object> schema = new LinkedHashMap<>(read.jsonSchema());
    if (schema.containsKey("properties") || !properties.isEmpty()) {
      schema.put("properties", properties);
    }
    Stream landing = read.withSchema(schema);
    return new ConfiguredStream(
        landing, stream.syncMode(), stream.writeMode(), stream.cursorField(), key, stream.nested());
  }
}
