package dev.godwit.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.schema.StreamShape.Field;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaPlannerTest {
  private static final String ORDERS =
      "{'id': {'type': 'integer'}, 'total': {'type': 'integer'}, 'note': {'type': 'string'}}";

  @Test
  void aStreamOfWhichNobodyKnowsWhatItLookedLikeHasNoChanges() {
    SchemaPlan plan = plan(null, stream(ORDERS), Map.of());
    assertThat(plan.decisions()).isEmpty();
    assertThat(plan.refusal()).isNull();
    assertThat(plan.rules().isEmpty()).isTrue();
    assertThat(plan.shape()).isEqualTo(StreamShape.of(stream(ORDERS)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'type': 'number'}                                             | wider-type
          {'type': 'integer', 'airbyte_type': 'big_integer'}             | wider-type
          {'type': ['null', 'number']}                                   | wider-type
          {'type': 'string'}                                             | type-conflict
          {'type': 'object'}                                             | type-conflict
          {'type': 'boolean'}                                            | type-conflict
          {'type': 'integer'}                                            | none
          """)
  void typesWidenOrConflict(String now, String change) {
    SchemaPlan plan =
        plan(
            StreamShape.of(stream(ORDERS)),
            stream(ORDERS.replace("'total': {'type': 'integer'}", "'total': " + now)),
            Map.of());
    assertThat(plan.decisions().stream().map(d -> d.change().kind().wireName()).toList())
        .isEqualTo(change.equals("none") ? List.of() : List.of(change));
  }

  @Test
  void aTypeThatTheColumnHoldsAnywayIsNoChange() {
    StreamShape before =
        StreamShape.of(stream(ORDERS.replace("'total': {'type': 'integer'}", "'total': {}")));
    assertThat(plan(before, stream(ORDERS), Map.of()).decisions()).isEmpty();
  }

  @Test
  void aColumnThatWentAndComesBackIsNeitherNewNorForgotten() {
    StreamShape first = StreamShape.of(stream(ORDERS));
    String fewer = "{'id': {'type': 'integer'}, 'note': {'type': 'string'}}";
    SchemaPlan gone = plan(first, stream(fewer), Map.of());
    assertThat(gone.decisions()).hasSize(1);
    assertThat(gone.shape().fields().get("total"))
        .isEqualTo(new Field(FieldType.BIGINT, true, true));
    assertThat(plan(gone.shape(), stream(fewer), Map.of()).decisions()).isEmpty();
    assertThat(plan(gone.shape(), stream(ORDERS), Map.of()).decisions()).isEmpty();
  }

  @Test
  void whatIsHeldBackIsToldEachTime() {
    StreamShape before = StreamShape.of(stream("{'id': {'type': 'integer'}}"));
    Map<String, String> freeze = Map.of("new-column", "freeze");
    SchemaPlan plan = plan(before, stream("{'id': {'type': 'integer'}, 'x': {}}"), freeze);
    assertThat(plan.shape()).isEqualTo(before);
    assertThat(plan.stream().stream().jsonSchema().get("properties"))
        .isEqualTo(Map.of("id", Map.of("type", "integer")));
    assertThat(
            plan(plan.shape(), stream("{'id': {'type': 'integer'}, 'x': {}}"), freeze).decisions())
        .hasSize(1);
  }

  @Test
  void aChangeMayBeAcceptedByItsFieldItsStreamOrAltogether() {
    StreamShape before = StreamShape.of(stream("{'id': {}}"));
    ConfiguredStream now = stream("{'id': {}, 'mail': {}}");
    SchemaPolicy ask = SchemaPolicy.parse(Map.of("new_column", "ask"));
    for (String name : List.of("orders.mail", "orders", "all")) {
      SchemaPlan plan =
          SchemaPlanner.of(now, before, ask, PersonalData.UNKNOWN, new Acceptance(Set.of(name)));
      assertThat(plan.refusal()).as(name).isNull();
      assertThat(plan.shape().fields()).containsKey("mail");
    }
    for (String name : List.of("orders.id", "customers", "mail")) {
      SchemaPlan plan =
          SchemaPlanner.of(now, before, ask, PersonalData.UNKNOWN, new Acceptance(Set.of(name)));
      assertThat(Objects.requireNonNull(plan.refusal()).code())
          .as(name)
          .isEqualTo("schema.not-accepted");
    }
  }

  @Test
  void aNewKeyIsAskedAboutUnlessNobodySaysOtherwise() {
    ConfiguredStream now = stream(ORDERS, WriteMode.APPEND_DEDUP, "total", "");
    StreamShape before = StreamShape.of(stream(ORDERS, WriteMode.APPEND_DEDUP, "id", ""));
    SchemaPlan asked = plan(before, now, Map.of());
    assertThat(asked.refusal())
        .isInstanceOfSatisfying(
            GodwitException.class,
            e ->
                assertThat(e.message())
                    .isEqualTo(
                        "The primary key changes from id to total. Nobody has accepted it."));
    SchemaPlan evolved = plan(before, now, Map.of("key-change", "evolve"));
    assertThat(evolved.readsAnew()).isTrue();
    SchemaPlan frozen = plan(before, now, Map.of("key-change", "freeze"));
    assertThat(frozen.readsAnew()).isFalse();
    assertThat(frozen.stream().primaryKey()).isEqualTo(List.of(List.of("id")));
    assertThat(frozen.shape()).isEqualTo(before);
  }

  @Test
  void aNewFieldWithPersonalDataIsHeldBackWhereThePolicyLooksForThem() {
    StreamShape before = StreamShape.of(stream("{'id': {}}"));
    ConfiguredStream now = stream("{'id': {}, 'mail': {'type': 'string'}, 'size': {}}");
    SchemaPlan plan = plan(before, now, Map.of("new-personal-column", "freeze"));
    assertThat(plan.decisions().stream().map(decision -> decision.change().describe()).toList())
        .containsExactly(
            "new field mail (VARCHAR), which seems to hold personal data: e-mail addresses",
            "new field size (JSON)");
    assertThat(plan.shape().fields()).containsOnlyKeys("id", "size");
    assertThat(plan(before, now, Map.of()).shape().fields()).containsOnlyKeys("id", "mail", "size");
  }

  @Test
  void aKeyIsNothingToATableThatOnlyGrows() {
    StreamShape before = StreamShape.of(stream(ORDERS, WriteMode.APPEND, "id", ""));
    assertThat(plan(before, stream(ORDERS, WriteMode.APPEND, "total", ""), Map.of()).decisions())
        .isEmpty();
  }

  @Test
  void anotherCursorIsAsIfItWereGone() {
    StreamShape before = StreamShape.of(stream(ORDERS, WriteMode.APPEND, "id", "total"));
    ConfiguredStream now = stream(ORDERS, WriteMode.APPEND, "id", "note");
    assertThat(Objects.requireNonNull(plan(before, now, Map.of()).refusal()).message())
        .startsWith("The cursor is no longer total.");
    assertThat(plan(before, now, Map.of("cursor-gone", "evolve")).readsAnew()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(SchemaChangeKind.class)
  void aPolicyTakesTheActionsOfItsKindOnly(SchemaChangeKind kind) {
    for (SchemaAction action : SchemaAction.values()) {
      Map<String, String> words = Map.of(kind.wireName(), action.wireName());
      if (kind.actions().contains(action)) {
        assertThat(SchemaPolicy.parse(words).of(kind)).isEqualTo(action);
      } else {
        assertThatThrownBy(() -> SchemaPolicy.parse(words))
            .isInstanceOfSatisfying(
                GodwitException.class, e -> assertThat(e.code()).isEqualTo("schema.policy"));
      }
    }
    assertThat(kind.actions()).contains(kind.usual());
  }

  @ParameterizedTest
  @EnumSource(FieldType.class)
  void aPropertyOfATypeHasThatType(FieldType type) {
    assertThat(SchemaTypes.of(SchemaTypes.property(type))).isEqualTo(type);
  }

  private static SchemaPlan plan(
      @Nullable StreamShape before, ConfiguredStream now, Map<String, String> policy) {
    return SchemaPlanner.of(
        now,
        before,
        SchemaPolicy.parse(policy),
        field -> field.equals("mail") ? "e-mail addresses" : null,
        Acceptance.NONE);
  }

  private static ConfiguredStream stream(String properties) {
    return stream(properties, WriteMode.APPEND, "id", "");
  }

  private static ConfiguredStream stream(
      String properties, WriteMode mode, String key, String cursor) {
    List<String> path = cursor.isEmpty() ? List.of() : List.of(cursor);
    Stream stream =
        new Stream(
            StreamName.of("orders"),
            Map.of("properties", JsonParser.STRICT.parse(properties.replace('\'', '"'))),
            Set.of(SyncMode.FULL_REFRESH, SyncMode.INCREMENTAL),
            null,
            path,
            List.of(List.of(key)),
            false,
            false);
    return new ConfiguredStream(stream, SyncMode.INCREMENTAL, mode, path, List.of(List.of(key)));
  }
}
