package dev.godwit.manifest.internal.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.Pause;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Budgets of whole manifests.
class BudgetTest {
  private static final String PAGES =
      """
      paginator:
        type: DefaultPaginator
        page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: page}
        pagination_strategy: {type: PageIncrement, page_size: 1}
      """;

  /// Has four pages of a row each.
  private static Answered page(Api.Asked asked) {
    return asked.target().endsWith("page=4") ? Answered.json("[]") : Answered.json("[{\"a\":1}]");
  }

  private static String budget(String policy) {
    return "api_budget: {type: HTTPAPIBudget, policies: [" + policy + "]}";
  }

  @Test
  void pagesWaitForAMovingWindow() {
    try (Api api = Api.answering(BudgetTest::page)) {
      Reading reading =
          new Reading(api)
              .retriever(PAGES)
              .config("calls", 2)
              .source(
                  budget(
                      """
                      {type: MovingWindowCallRatePolicy, matchers: [],
                       rates: [{limit: "{{ config['calls'] }}", interval: PT10S}]}\
                      """))
              .read();
      assertThat(reading.rows()).hasSize(4);
      assertThat(reading.waits()).containsExactly(10.0, 10.0);
      assertThat(reading.limits()).isEqualTo(2);
      assertThat(reading.traffic().retries()).isZero();
      assertThat(reading.pauses())
          .hasSize(2)
          .allMatch(pause -> pause.reason() == Pause.Reason.RATE_LIMIT);
    }
  }

  @Test
  void whatNoPolicyRecognisesIsFree() {
    try (Api api = Api.answering(BudgetTest::page)) {
      Reading reading =
          new Reading(api)
              .retriever(PAGES)
              .source(
                  budget(
                      """
                      {type: FixedWindowCallRatePolicy, period: PT1M, call_limit: 1,
                       matchers: [{method: POST}, {url_path_pattern: "^/other"}]}\
                      """))
              .read();
      assertThat(reading.waits()).isEmpty();
      assertThat(reading.limits()).isZero();
    }
  }

  @Test
  void retriesCountToo() {
    try (Api api = Api.answering(Api.inTurn(Answered.status(500), Answered.json("[]")))) {
      Reading reading =
          new Reading(api)
              .source(
                  budget(
                      """
                      {type: FixedWindowCallRatePolicy, period: PT1M, call_limit: 1,
                       matchers: []}\
                      """))
              .read();
      assertThat(reading.waits()).containsExactly(1.0, 60.0);
    }
  }

  @Test
  void anAnswerThatMeansTooOftenIsTold() {
    try (Api api =
        Api.answering(
            Api.inTurn(Answered.status(429), Answered.status(429), Answered.json("[]")))) {
      assertThat(new Reading(api).read().limits()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "budget.no-rates         | {type: MovingWindowCallRatePolicy, matchers: [], rates: []}",
        "manifest.bad-duration   | {type: FixedWindowCallRatePolicy, matchers: [], period: soon,"
            + " call_limit: 1}",
        "manifest.not-a-number   | {type: UnlimitedCallRatePolicy, matchers: [{weight: 0}]}",
        "budget.pattern          | {type: UnlimitedCallRatePolicy, matchers: [{url_path_pattern:"
            + " '('}]}",
      })
  void mistakesShowBeforeAnyRequest(String code, String policy) {
    try (Api api = Api.answering(BudgetTest::page)) {
      assertThatThrownBy(() -> new Reading(api).source(budget(policy)).read())
          .isInstanceOfSatisfying(
              GodwitException.class,
              error -> {
                assertThat(error.code()).isEqualTo(code);
                assertThat(error.place().line()).isPositive();
              });
      assertThat(api.asked()).isEmpty();
    }
  }
}
