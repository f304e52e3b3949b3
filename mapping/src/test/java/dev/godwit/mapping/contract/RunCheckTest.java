package dev.godwit.mapping.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.godwit.core.ContractRun;
import dev.godwit.core.error.GodwitException;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCheckTest {
  private static final String FRESH =
      "{\"freshness\":{\"field\":\"at\",\"within\":\"24h\",\"on_violation\":\"%s\"}}";

  @Test
  void tooManyRowsFailAsSoonAsTheyAreSeen() {
    ContractRun run = Sample.run("{\"rows\":{\"max\":3}}");
    Sample.check(run, "{}", "{}", "{}");
    assertThatThrownBy(() -> Sample.check(run, "{}"))
        .isInstanceOf(GodwitException.class)
        .hasMessage("The run brings more rows than the 3 that the contract allows.");
  }

  @Test
  void tooFewRowsFailAtTheEnd() {
    ContractRun run = Sample.run("{\"rows\":{\"min\":3}}");
    Sample.check(run, "{}", "{}");
    assertThat(failure(run).code()).isEqualTo("contract.rows");
    Sample.check(run, "{}");
    assertThat(run.complete()).isEmpty();
  }

  @Test
  void boundsOnRowsMayOnlyWarn() {
    ContractRun many = Sample.run("{\"rows\":{\"max\":1,\"on_violation\":\"warn\"}}");
    Sample.check(many, "{}", "{}");
    assertThat(many.complete())
        .containsExactly("the run brings more rows than the 1 that the contract allows");
    ContractRun few = Sample.run("{\"on_violation\":\"warn\",\"rows\":{\"min\":1}}");
    assertThat(few.complete())
        .containsExactly("the run brought 0 rows, the contract wants at least 1");
  }

  @Test
  void rowsInQuarantineAreNoRowsOfTheRun() {
    ContractRun run =
        Sample.run(
            """
            {"on_violation":"quarantine","rows":{"min":2},"fields":{"a":{"required":true}}}\
            """);
    Sample.check(run, "{\"a\":1}", "{}");
    assertThat(failure(run).code()).isEqualTo("contract.rows");
  }

  @Test
  void anotherAttemptCountsFromTheRowsThatStay() {
    ContractRun run = Sample.run("{\"rows\":{\"min\":4,\"max\":5}}");
    Sample.check(run, "{}", "{}", "{}");
    run.again(2);
    Sample.check(run, "{}", "{}", "{}");
    assertThat(run.complete()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"2024-06-09T12:00:00Z\"', true",
    "'\"2024-06-09T11:59:59Z\"', false",
    "'\"2024-06-09T13:00:00+02:00\"', false",
    "'\"2024-06-10\"', true",
    "'\"2024-06-09\"', false",
    "1717934400, true",
    "1717934399, false",
    "1717934400000, true",
    "1717934399999, false",
    "'\"yesterday\"', false",
    "null, false"
  })
  void theNewestRowMustBeFresh(String value, boolean fresh) {
    ContractRun run = Sample.run(FRESH.formatted("fail"));
    Sample.check(run, "{\"at\":\"2020-01-01T00:00:00Z\"}", "{\"at\":" + value + "}");
    GodwitException failure = failure(run);
    assertThat(failure == null).isEqualTo(fresh);
  }

  @Test
  void staleRowsAreDescribedByTheirAge() {
    ContractRun run = Sample.run(FRESH.formatted("warn"));
    Sample.check(run, "{\"at\":\"2024-06-07T09:00:00Z\"}");
    assertThat(run.complete())
        .containsExactly("the newest at is 3 d 3 h old, the contract allows 1 d 0 h");
  }

  @Test
  void rowsWithoutAPointInTimeAreNotFresh() {
    ContractRun run = Sample.run(FRESH.formatted("fail"));
    Sample.check(run, "{\"at\":[]}");
    assertThat(failure(run).message()).isEqualTo("No row has a point in time in at.");
  }

  @Test
  void rowsInQuarantineDoNotMakeARunFresh() {
    ContractRun run =
        Sample.run(
            """
            {"freshness": {"field": "at", "within": "24h"},
             "fields": {"id": {"required": true, "on_violation": "quarantine"}}}\
            """);
    Sample.check(run, "{\"at\":\"2024-06-10\"}", "{\"id\":1,\"at\":\"2024-06-01\"}");
    assertThat(failure(run).code()).isEqualTo("contract.freshness");
  }

  @Test
  void aRunWithoutRowsSaysNothingAboutFreshness() {
    assertThat(Sample.run(FRESH.formatted("fail")).complete()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"fields":{"a":{"required":true}}}          | false
          {"rows":{"min":1}}                          | true
          {"freshness":{"field":"a","within":"1h"}}   | true
          """)
  void onlyBoundsOnAllRowsJudgeTheWhole(String contract, boolean whole) {
    assertThat(
            Sample.contract(contract)
                .over(Sample.stream("{}", null), Clock.systemUTC())
                .judgesWhole())
        .isEqualTo(whole);
  }

  private static GodwitException failure(ContractRun run) {
    return catchThrowableOfType(GodwitException.class, run::complete);
  }
}
