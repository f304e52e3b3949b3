package dev.godwit.manifest.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Api.Asked;
import dev.godwit.manifest.internal.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What happens when the API refuses a page and the manifest knows another way to page.
class RefusedPagesTest {
  private static final String OFFSETS =
      """
      paginator:
        type: DefaultPaginator
        pagination_strategy: {type: OffsetIncrement, page_size: SIZE}
        page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: p}
        page_size_option: {type: RequestOption, inject_into: request_parameter, field_name: n}
      """;
  private static final String DAYS =
      """
      incremental_sync:
        type: DatetimeBasedCursor
        cursor_field: at
        datetime_format: '%Y-%m-%d'
        start_datetime: '2024-01-01'
        end_datetime: '2024-01-08'
        step: P30D
        cursor_granularity: P1D
        start_time_option: {type: RequestOption, inject_into: request_parameter, field_name: from}
        end_time_option: {type: RequestOption, inject_into: request_parameter, field_name: to}
      """;

  private static String on(String codes, String action) {
    return "error_handler:\n"
        + "  type: DefaultErrorHandler\n"
        + "  response_filters:\n"
        + "  - {type: HttpResponseFilter, http_codes: ["
        + codes
        + "], action: "
        + action
        + ", error_message: 'too much'}\n";
  }

  private static int number(Asked asked, String parameter, int otherwise) {
    Matcher matcher = Pattern.compile("[?&]" + parameter + "=(\\d+)").matcher(asked.target());
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : otherwise;
  }

  private static String rows(int from, int count) {
    List<String> rows = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      rows.add("{\"id\":" + i + "}");
    }
    return rows.toString();
  }

  private static List<String> targets(Api api) {
    return api.asked().stream().map(asked -> asked.target().replace("/items?", "")).toList();
  }

  /// An API with seven rows that gives at most so many at once.
  private static Api atMost(int most) {
    return Api.answering(asked -> {
      int size = number(asked, "n", 0);
      int from = number(asked, "p", 0);
      return size > most
          ? Answered.status(502)
          : Answered.json(rows(from, Math.max(0, Math.min(size, 7 - from))));
    });
  }

  private static Reading reducing(Api api, int size, String rules) {
    return new Reading(api)
        .requester(on("502", "REDUCE_PAGE_SIZE"))
        .retriever(
            OFFSETS.replace("SIZE", String.valueOf(size))
                + "page_size_reduction: {type: PageSizeReduction"
                + rules
                + "}\n");
  }

  @Test
  void pagesBecomeSmallerAndStaySmall() {
    try (Api api = atMost(3)) {
      Reading reading = reducing(api, 12, "").read();
      assertThat(reading.rows()).hasSize(7);
      assertThat(targets(api)).containsExactly("n=12", "n=6", "n=3", "p=3&n=3", "p=6&n=3");
      assertThat(reading.waits()).containsExactly(0.5, 1.0);
    }
  }

  @Test
  void aPageThatSucceedsBringsTheSizeBackWhereTheManifestSaysSo() {
    try (Api api = atMost(4)) {
      Reading reading =
          reducing(api, 8, ", reset_policy: AFTER_SUCCESSFUL_PAGE, backoff_seconds: 2").read();
      assertThat(reading.rows()).hasSize(7);
      assertThat(targets(api)).containsExactly("n=8", "n=4", "p=4&n=8", "p=4&n=4");
      assertThat(reading.waits()).containsExactly(2.0, 2.0);
    }
  }

  /// Asked from the reference, whose division is Python's.
  @ParameterizedTest
  @CsvSource({"9, 1.8, 4", "10, 3, 3", "100, 2.5, 40", "7, 6.9, 1", "3, 10, 1", "6, 1.2, 5"})
  void sizesAreDividedAsPythonDivides(int size, double factor, int reduced) {
    try (Api api = atMost(size - 1)) {
      reducing(api, size, ", reduction_factor: " + factor).read();
      assertThat(api.asked().get(1).target()).endsWith("n=" + reduced);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8 | ', max_attempts: 2'                              | 8 4 2     | TRANSIENT",
        "8 | ', max_attempts: 9'                              | 8 4 2 1   | TRANSIENT",
        "8 | ', minimum_page_size: 3'                         | 8 4 3     | TRANSIENT",
        "4 | ', retries_at_minimum_page_size: 2, reduction_factor: 4' | 4 1 1 1 | TRANSIENT",
      })
  void anApiThatRefusesEverySizeFails(int size, String rules, String sizes, ErrorKind kind) {
    try (Api api = atMost(-1)) {
      Reading reading = reducing(api, size, rules + ", failure_message: Ask for less.");
      GodwitException error = catchThrowableOfType(GodwitException.class, reading::read);
      assertThat(error.kind()).isEqualTo(kind);
      assertThat(error.code()).isEqualTo("page.too-heavy");
      assertThat(error.message()).contains("too much");
      assertThat(error.hint()).isEqualTo("Ask for less.");
      assertThat(error.place().request()).contains("/items");
      assertThat(targets(api))
          .containsExactly(
              List.of(sizes.split(" ", -1)).stream().map("n="::concat).toArray(String[]::new));
    }
  }

  @Test
  void aCursorSeesTheSizeThatWasAskedFor() {
    String cursor =
        """
        paginator:
          type: DefaultPaginator
          pagination_strategy:
            type: CursorPagination
            page_size: 4
            cursor_value: "{{ response.next }}"
            stop_condition: "{{ last_page_size < page_size }}"
          page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: p}
          page_size_option: {type: RequestOption, inject_into: request_parameter, field_name: n}
        page_size_reduction: {type: PageSizeReduction}
        """;
    try (Api api =
        Api.answering(asked -> {
          int size = number(asked, "n", 0);
          int from = number(asked, "p", 0);
          int count = Math.min(size, 5 - from);
          return size > 2
              ? Answered.status(502)
              : Answered.json(
                  "{\"next\":%d,\"rows\":%s}".formatted(from + count, rows(from, count)));
        })) {
      Reading reading =
          new Reading(api)
              .selector("extractor: {type: DpathExtractor, field_path: [rows]}")
              .requester(on("502", "REDUCE_PAGE_SIZE"))
              .retriever(cursor)
              .read();
      assertThat(reading.rows()).hasSize(5);
      assertThat(targets(api)).containsExactly("n=4", "n=2", "p=2&n=2", "p=4&n=2");
    }
  }

  @Test
  void pagingBeginsAnewOnce() {
    AtomicInteger refusals = new AtomicInteger(1);
    try (Api api =
        Api.answering(asked -> {
          int from = number(asked, "p", 0);
          boolean refuses = from == 4 && refusals.getAndDecrement() > 0;
          return refuses
              ? Answered.status(410)
              : Answered.json(rows(from, Math.min(2, Math.max(0, 5 - from))));
        })) {
      Reading reading =
          new Reading(api)
              .requester(on("410", "RESET_PAGINATION"))
              .retriever(OFFSETS.replace("SIZE", "2"))
              .read();
      assertThat(reading.rows()).hasSize(4 + 5);
      assertThat(targets(api))
          .containsExactly("n=2", "p=2&n=2", "p=4&n=2", "n=2", "p=2&n=2", "p=4&n=2");
    }
  }

  @Test
  void pagingDoesNotBeginAnewTwice() {
    try (Api api =
        Api.answering(asked ->
            number(asked, "p", 0) == 2 ? Answered.status(410) : Answered.json(rows(0, 2)))) {
      Reading reading =
          new Reading(api)
              .requester(on("410", "RESET_PAGINATION"))
              .retriever(OFFSETS.replace("SIZE", "2"));
      GodwitException error = catchThrowableOfType(GodwitException.class, reading::read);
      assertThat(error.code()).isEqualTo("page.restart");
      assertThat(error.kind()).isEqualTo(ErrorKind.SYSTEM);
      assertThat(reading.rows()).hasSize(4);
    }
  }

  @Test
  void pagingBeginsAnewWhereTheCursorStands() {
    try (Api api =
        Api.answering(asked -> {
          Matcher begin = Pattern.compile("from=2024-01-0(\\d)").matcher(asked.target());
          int first = begin.find() ? Integer.parseInt(begin.group(1)) : 1;
          int from = first + number(asked, "p", 0);
          List<String> rows = new ArrayList<>();
          for (int day = from; day < from + 2 && day <= 8; day++) {
            rows.add("{\"at\":\"2024-01-0" + day + "\"}");
          }
          return number(asked, "p", 0) >= 4 ? Answered.status(410) : Answered.json(rows.toString());
        })) {
      Reading reading =
          new Reading(api)
                  .requester(on("410", "RESET_PAGINATION"))
                  .retriever(
                      OFFSETS.replace("SIZE", "2")
                          + "pagination_reset: {type: PaginationReset, action:"
                          + " SPLIT_USING_CURSOR}\n")
                  .stream(DAYS)
                  .read();
      assertThat(reading.state()).containsEntry("at", "2024-01-08");
      assertThat(reading.rows()).hasSize(4 + 4 + 2);
      assertThat(targets(api))
          .contains("n=2&from=2024-01-01&to=2024-01-08", "n=2&from=2024-01-04&to=2024-01-08")
          .contains("n=2&from=2024-01-07&to=2024-01-08");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRefusedIntervalIsReadInHalves(boolean fits) {
    int most = fits ? 3 : 0;
    try (Api api =
        Api.answering(asked -> {
          Matcher days =
              Pattern.compile("from=2024-01-0(\\d)&to=2024-01-0(\\d)").matcher(asked.target());
          assertThat(days.find()).isTrue();
          int from = Integer.parseInt(days.group(1));
          int to = Integer.parseInt(days.group(2));
          return to - from + 1 > most
              ? Answered.status(413)
              : Answered.json("[{\"at\":\"2024-01-0" + to + "\"}]");
        })) {
      Reading reading =
          new Reading(api)
                  .requester(on("413", "SPLIT_REQUEST_WINDOW"))
                  .retriever("request_window_splitting: {type: RequestWindowSplitting}\n")
                  .stream(DAYS);
      if (fits) {
        reading.read();
        assertThat(reading.slices()).hasSize(1);
        assertThat(reading.rows()).hasSize(4);
        assertThat(reading.state()).containsEntry("at", "2024-01-08");
        assertThat(targets(api))
            .containsExactly(
                "from=2024-01-01&to=2024-01-08",
                "from=2024-01-01&to=2024-01-04",
                "from=2024-01-01&to=2024-01-02",
                "from=2024-01-03&to=2024-01-04",
                "from=2024-01-05&to=2024-01-08",
                "from=2024-01-05&to=2024-01-06",
                "from=2024-01-07&to=2024-01-08");
      } else {
        GodwitException error = catchThrowableOfType(GodwitException.class, reading::read);
        assertThat(error.code()).isEqualTo("page.window-refused");
        assertThat(error.kind()).isEqualTo(ErrorKind.TRANSIENT);
        assertThat(error.message()).contains("2024-01-01").contains("too much");
      }
    }
  }

  @Test
  void anIntervalIsNotCutBelowTheManifestsLimit() {
    try (Api api = Api.answering(asked -> Answered.status(413))) {
      Reading reading =
          new Reading(api)
                  .requester(on("413", "SPLIT_REQUEST_WINDOW"))
                  .retriever(
                      "request_window_splitting: {type: RequestWindowSplitting, min_split_window:"
                          + " P3D}\n")
                  .stream(DAYS);
      assertThat(catchThrowableOfType(GodwitException.class, reading::read).code())
          .isEqualTo("page.window-refused");
      assertThat(api.asked()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page_size_reduction: {type: PageSizeReduction}\npaginator: {type: NoPagination}",
        "request_window_splitting: {type: RequestWindowSplitting}",
        "page_size_reduction: {type: PageSizeReduction, minimum_page_size: 8}\nOFFSETS",
        "page_size_reduction: {type: PageSizeReduction, reduction_factor: 1}\nOFFSETS",
      })
  void whatCannotWorkIsRefusedBeforeARequest(String retriever) {
    try (Api api = Api.answering(asked -> Answered.json("[]"))) {
      Reading reading =
          new Reading(api).retriever(retriever.replace("OFFSETS", OFFSETS.replace("SIZE", "8")));
      GodwitException error = catchThrowableOfType(GodwitException.class, reading::read);
      assertThat(error.code()).isIn("manifest.paging", "manifest.out-of-range");
      assertThat(error.place().line()).isPositive();
      assertThat(api.asked()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"REDUCE_PAGE_SIZE", "SPLIT_REQUEST_WINDOW"})
  void anActionNeedsItsRules(String action) {
    try (Api api = Api.answering(asked -> Answered.status(502))) {
      Reading reading = new Reading(api).requester(on("502", action));
      assertThat(catchThrowableOfType(GodwitException.class, reading::read).code())
          .isEqualTo("manifest.paging");
      assertThat(api.asked()).isEmpty();
    }
  }
}
