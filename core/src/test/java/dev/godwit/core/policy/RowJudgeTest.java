package dev.godwit.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.ContractRun;
import dev.godwit.core.JsonRows;
import dev.godwit.core.Mapped;
import dev.godwit.core.RejectedRow;
import dev.godwit.core.RowMapper;
import dev.godwit.core.Slice;
import dev.godwit.core.StreamContract;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.schema.FieldRules;
import dev.godwit.core.schema.FieldRules.Typed;
import dev.godwit.core.schema.FieldType;
import dev.godwit.core.schema.SchemaAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RowJudgeTest {
  private static final Slice SLICE =
      new Slice(StreamName.of("orders"), 0, Map.of(), Map.of(), Map.of());

  @Test
  void rowsThatShowNoChangeStayWhereTheyLie() {
    JsonRows rows = rows("{\"id\":1,\"x\":null}", "{\"id\":2}");
    Mapped mapped = judge(unwanted("x", SchemaAction.VARIANT), rows);
    assertThat(mapped.rows()).isSameAs(rows);
  }

  @Test
  void rowsBetweenThoseThatGoStayInTheirOrder() {
    JsonRows rows =
        rows(
            "{\"id\":1}",
            "{\"id\":2,\"x\":0}",
            "{\"id\":3}",
            "{\"x\":\"\",\"id\":4}",
            "{\"id\":5}");
    Mapped mapped = judge(unwanted("x", SchemaAction.DISCARD_ROW), rows);
    assertThat(texts(mapped)).containsExactly("{\"id\":1}", "{\"id\":3}", "{\"id\":5}");
    assertThat(mapped.discarded()).isEqualTo(2);
    assertThat(Objects.requireNonNull((JsonRows) mapped.rows()).page()).isSameAs(rows.page());
  }

  @Test
  void rowsThatChangeAreWrittenAmongTheOthers() {
    Mapped mapped =
        judge(
            unwanted("x", SchemaAction.VARIANT),
            rows("{\"id\":1}", "{\"id\":2,\"x\":{\"a\":[1]}}", "{\"id\":3}"));
    assertThat(texts(mapped))
        .containsExactly(
            "{\"id\":1}", "{\"id\":2,\"_godwit_variant\":{\"x\":{\"a\":[1]}}}", "{\"id\":3}");
  }

  @Test
  void theRuleThatLetsLeastPassCounts() {
    FieldRules rules =
        new FieldRules(
            Map.of("new", SchemaAction.VARIANT),
            Map.of("must", SchemaAction.DISCARD_ROW),
            Map.of("n", new Typed(FieldType.BIGINT, SchemaAction.QUARANTINE)));
    Mapped mapped =
        judge(
            rules,
            rows(
                "{\"must\":1,\"n\":\"a\",\"new\":1}",
                "{\"n\":\"a\",\"new\":1}",
                "{\"n\":1,\"new\":1}",
                "{\"must\":1,\"n\":1,\"new\":1}"));
    assertThat(mapped.rejected())
        .extracting(RejectedRow::reason)
        .containsExactly("schema.type-conflict", "schema.type-conflict");
    assertThat(mapped.discarded()).isEqualTo(1);
    assertThat(texts(mapped))
        .containsExactly("{\"must\":1,\"n\":1,\"_godwit_variant\":{\"new\":1}}");
  }

  @Test
  void aRejectedRowIsWholeAndItsMessageHasNoValues() {
    RejectedRow rejected =
        judge(
                new FieldRules(
                    Map.of(),
                    Map.of(),
                    Map.of("n", new Typed(FieldType.DATE, SchemaAction.QUARANTINE))),
                rows("{\"n\":\"secret\",\"a\":1}"))
            .rejected()
            .getFirst();
    assertThat(new String(rejected.row(), StandardCharsets.UTF_8))
        .isEqualTo("{\"n\":\"secret\",\"a\":1}");
    assertThat(rejected.message()).isEqualTo("field n does not fit DATE");
    assertThat(rejected.field()).isEqualTo("n");
  }

  @Test
  void aRowThatStopsTheStreamIsNotPassed() {
    assertThatThrownBy(
            () -> judge(unwanted("x", SchemaAction.STOP), rows("{\"id\":1}", "{\"x\":\"s3cret\"}")))
        .isInstanceOfSatisfying(
            GodwitException.class,
            e -> {
              assertThat(e.code()).isEqualTo("schema.stopped");
              assertThat(e.describe()).contains("field x is new").doesNotContain("s3cret");
            });
  }

  @Test
  void aValueThatOnlyNeedsACastFits() {
    FieldRules rules =
        new FieldRules(
            Map.of(), Map.of(), Map.of("n", new Typed(FieldType.BIGINT, SchemaAction.DISCARD_ROW)));
    Mapped mapped = judge(rules, rows("{\"n\":\"7\"}", "{\"n\":3.0}", "{\"n\":3.5}"));
    assertThat(texts(mapped)).containsExactly("{\"n\":\"7\"}", "{\"n\":3.0}");
  }

  @Test
  void theRunTellsWhatBecameOfHowManyRows() {
    ContractRun run =
        Enforcement.of(StreamContract.NONE, unwanted("x", SchemaAction.DISCARD_VALUE)).begin();
    try (RowMapper one = run.open();
        RowMapper other = run.open()) {
      one.map(rows("{\"x\":1}", "{\"x\":2}"));
      other.map(rows("{\"x\":3}"));
    }
    assertThat(run.complete()).containsExactly("3 rows without the value: field x is new");
  }

  @Test
  void aContractWithoutRulesStaysWhatItIs() {
    assertThat(Enforcement.of(StreamContract.NONE, FieldRules.NONE)).isSameAs(StreamContract.NONE);
  }

  private static FieldRules unwanted(String field, SchemaAction action) {
    return new FieldRules(Map.of(field, action), Map.of(), Map.of());
  }

  private static Mapped judge(FieldRules rules, JsonRows rows) {
    try (RowMapper judge = new RowJudge(rules, new Incidents())) {
      return judge.map(rows);
    }
  }

  private static List<String> texts(Mapped mapped) {
    List<String> texts = new ArrayList<>();
    if (mapped.rows() instanceof JsonRows rows) {
      for (int row = 0; row < rows.rows(); row++) {
        texts.add(rows.text(row));
      }
    }
    return texts;
  }

  private static JsonRows rows(String... rows) {
    byte[] page = String.join("\n", rows).getBytes(StandardCharsets.UTF_8);
    JsonRows.Builder builder = new JsonRows.Builder();
    int at = 0;
    for (String row : rows) {
      int length = row.getBytes(StandardCharsets.UTF_8).length;
      builder.add(at, at + length);
      at += length + 1;
    }
    return Objects.requireNonNull(builder.build(SLICE, page, 0));
  }
}
