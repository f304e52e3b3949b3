package dev.godwit.manifest.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Api.Asked;
import dev.godwit.manifest.internal.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is asked for page after page.
class PagesTest {
  private static final String TOKEN =
      "page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: p}\n";
  private static final String SIZE =
      "page_size_option: {type: RequestOption, inject_into: request_parameter, field_name: n}\n";

  private static String paginator(String strategy, String more) {
    String yaml = "type: DefaultPaginator\npagination_strategy: " + strategy + "\n" + more;
    return "paginator:\n" + yaml.indent(2);
  }

  /// The targets that are asked for when the API answers with these bodies in turn.
  private static List<String> targetsOfLists(String paginator, String... bodies) {
    return targets(paginator, "extractor: {type: DpathExtractor, field_path: []}", bodies);
  }

  private static List<String> targets(String paginator, String selector, String... bodies) {
    Answered[] answers = new Answered[bodies.length];
    for (int i = 0; i < bodies.length; i++) {
      answers[i] = Answered.json(bodies[i]);
    }
    try (Api api = Api.answering(Api.inTurn(answers))) {
      new Reading(api).retriever(paginator).selector(selector).read();
      return api.asked().stream().map(Asked::target).toList();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                                  | /items?n=2 /items?p=1&n=2"
            + " /items?p=2&n=2",
        "', start_from_page: 1'                              | /items?n=2 /items?p=2&n=2"
            + " /items?p=3&n=2",
        "', inject_on_first_request: true'                   | /items?p=0&n=2 /items?p=1&n=2"
            + " /items?p=2&n=2",
        "', start_from_page: 5, inject_on_first_request: true' | /items?p=5&n=2 /items?p=6&n=2"
            + " /items?p=7&n=2",
      })
  void pagesAreNumberedUntilOneIsNotFull(String more, String targets) {
    String paginator = paginator("{type: PageIncrement, page_size: 2" + more + "}", TOKEN + SIZE);
    assertThat(
            targetsOfLists(
                paginator, "[{\"x\":1},{\"x\":1}]", "[{\"x\":1},{\"x\":1}]", "[{\"x\":1}]"))
        .containsExactly(targets.split(" ", -1));
  }

  @Test
  void withoutASizePagesAreNumberedUntilOneIsEmpty() {
    assertThat(
            targetsOfLists(
                paginator("{type: PageIncrement}", TOKEN),
                "[{\"x\":1}]",
                "[{\"x\":1},{\"x\":1}]",
                "[]"))
        .containsExactly("/items", "/items?p=1", "/items?p=2");
  }

  @Test
  void offsetsGrowByTheRowsThatCame() {
    assertThat(
            targetsOfLists(
                paginator("{type: OffsetIncrement, page_size: 2}", TOKEN + SIZE),
                "[{\"x\":1},{\"x\":1},{\"x\":1}]",
                "[{\"x\":1},{\"x\":1}]",
                "[{\"x\":1}]"))
        .containsExactly("/items?n=2", "/items?p=3&n=2", "/items?p=5&n=2");
  }

  @Test
  void aFirstOffsetIsInjectedOnDemand() {
    assertThat(
            targetsOfLists(
                paginator(
                    "{type: OffsetIncrement, page_size: 2, inject_on_first_request: true}", TOKEN),
                "[{\"x\":1},{\"x\":1}]",
                "[]"))
        .containsExactly("/items?p=0", "/items?p=2");
  }

  @Test
  void aFullPageIsWhatTheAnswerSays() {
    String selector = "extractor: {type: DpathExtractor, field_path: [rows]}";
    assertThat(
            targets(
                paginator(
                    "{type: OffsetIncrement, page_size: \"{{ response['size'] or 1 }}\"}", TOKEN),
                selector,
                "{\"size\":2,\"rows\":[{\"x\":1},{\"x\":1}]}",
                "{\"size\":3,\"rows\":[{\"x\":1},{\"x\":1}]}"))
        .containsExactly("/items", "/items?p=2");
  }

  @Test
  void numberedPagesCountRowsBeforeTheFilter() {
    String selector =
        "extractor: {type: DpathExtractor, field_path: []}\n"
            + "record_filter: {type: RecordFilter, condition: \"{{ record.keep }}\"}";
    assertThat(
            targets(
                paginator("{type: PageIncrement, page_size: 2}", TOKEN),
                selector,
                "[{\"x\":1},{\"x\":2}]",
                "[{\"keep\":true}]"))
        .containsExactly("/items", "/items?p=1");
  }

  /// A cursor with a template for the next token and one that stops.
  private static String cursor(String value, @Nullable String stop, String more) {
    String condition = stop == null ? "" : "\n  stop_condition: \"" + stop + "\"";
    return paginator(
        "\n  type: CursorPagination\n  cursor_value: \"" + value + "\"" + condition, more);
  }

  private static final String ROWS = "extractor: {type: DpathExtractor, field_path: [rows]}";

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "0", "[]", "{}", "false"})
  void aTokenThatIsNothingEndsThePages(String token) {
    assertThat(
            targets(
                cursor("{{ response.next }}", null, TOKEN),
                ROWS,
                "{\"next\":7,\"rows\":[{}]}",
                "{\"next\":" + token + ",\"rows\":[{}]}"))
        .containsExactly("/items", "/items?p=7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"\"007\" | 007", "\"12e3\" | 12000.0", "\"1.10\" | 1.1", "\"a b\" | a+b", "5 | 5"})
  void tokensAreReadAsPythonLiterals(String token, String sent) {
    assertThat(
            targets(
                cursor("{{ response.next }}", null, TOKEN),
                ROWS,
                "{\"next\":" + token + ",\"rows\":[]}",
                "{\"rows\":[]}"))
        .containsExactly("/items", "/items?p=" + sent);
  }

  @Test
  void aStopConditionIsLookedAtFirst() {
    assertThat(
            targets(
                cursor("{{ response.next }}", "{{ not response.more }}", TOKEN),
                ROWS,
                "{\"next\":1,\"more\":true,\"rows\":[{}]}",
                "{\"next\":2,\"more\":false,\"rows\":[{}]}"))
        .containsExactly("/items", "/items?p=1");
  }

  @Test
  void aStopConditionThatCannotBeComparedStops() {
    assertThat(
            targets(
                cursor("{{ response.next }}", "{{ response.total < 5 }}", TOKEN),
                ROWS,
                "{\"next\":1,\"total\":null,\"rows\":[{}]}"))
        .containsExactly("/items");
  }

  @Test
  void aStopConditionAboutNothingDoesNotStop() {
    assertThat(
            targets(
                cursor("{{ response.next }}", "{{ response.a.b.c or last_page_size == 0 }}", TOKEN),
                ROWS,
                "{\"next\":1,\"rows\":[]}",
                "{\"rows\":[]}"))
        .containsExactly("/items", "/items?p=1");
  }

  @Test
  void aTokenOutOfNothingFailsAfterTheRowsOfThePage() {
    try (Api api = Api.answering(asked -> Answered.json("{\"rows\":[{\"id\":1}]}"))) {
      Reading reading =
          new Reading(api).selector(ROWS).retriever(cursor("{{ response.a.b.c }}", null, TOKEN));
      assertThatThrownBy(reading::read).isInstanceOf(GodwitException.class);
      assertThat(reading.rows()).hasSize(1);
    }
  }

  @Test
  void theLastRowAndThePagesSizeAreKnown() {
    assertThat(
            targets(
                cursor(
                    "{{ last_record['id'] ~ '-' ~ last_record.id ~ '-' ~ last_page_size }}",
                    "{{ last_page_size < 2 }}",
                    TOKEN),
                ROWS,
                "{\"rows\":[{\"id\":\"a\"},{\"id\":\"b\"}]}",
                "{\"rows\":[{\"id\":\"c\"}]}"))
        .containsExactly("/items", "/items?p=b-b-2");
  }

  @Test
  void cursorsCountRowsAfterTheFilter() {
    String selector =
        ROWS + "\nrecord_filter: {type: RecordFilter, condition: \"{{ record.keep }}\"}";
    assertThat(
            targets(
                cursor("{{ response.next }}", "{{ last_page_size == 0 }}", TOKEN),
                selector,
                "{\"next\":1,\"rows\":[{\"x\":1}]}",
                "{\"rows\":[]}"))
        .containsExactly("/items");
  }

  @Test
  void headersAndLinksAreKnown() {
    try (Api api =
        Api.answering(
            Api.inTurn(
                Answered.json("[{\"x\":1}]").with("Link", "<http://x/?page=2>; rel=\"next\""),
                Answered.json("[{\"x\":1}]")))) {
      new Reading(api)
          .retriever(
              cursor(
                  "{{ headers['link']['next']['url'] }}",
                  "{{ 'next' not in headers['link'] }}",
                  TOKEN))
          .read();
      assertThat(api.asked())
          .extracting(Asked::target)
          .containsExactly("/items", "/items?p=http%3A%2F%2Fx%2F%3Fpage%3D2");
    }
  }

  @Test
  void aTokenMayBeTheNextAddress() {
    try (Api api =
        Api.answering(asked ->
            asked.target().startsWith("/items")
                ? Answered.json("{\"next\":\"/deep/page?x=1&fixed=1\"}")
                : Answered.json("{}"))) {
      new Reading(api)
          .requester("request_parameters: {fixed: '1', also: '2'}")
          .retriever(
              cursor(
                  "{{ config['api'] ~ response.next if response.next }}",
                  null,
                  "page_token_option: {type: RequestPath}\n"))
          .read();
      assertThat(api.asked())
          .extracting(Asked::target)
          .containsExactly("/items?fixed=1&also=2", "/deep/page?x=1&fixed=1&also=2");
    }
  }

  @Test
  void anErrorThatIsIgnoredEndsThePages() {
    try (Api api = Api.answering(Api.inTurn(Answered.json("[{\"x\":1}]"), Answered.status(404)))) {
      Reading reading =
          new Reading(api)
              .requester(
                  """
                  error_handler:
                    type: DefaultErrorHandler
                    response_filters: [{type: HttpResponseFilter, action: IGNORE, http_codes: [404]}]
                  """)
              .retriever(paginator("{type: PageIncrement}", TOKEN))
              .read();
      assertThat(reading.rows()).hasSize(1);
      assertThat(api.asked()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"{{ 'ten' }}\"", "\"{{ 2.5 }}\""})
  void aSizeThatIsNoIntegerIsRefusedBeforeARequest(String size) {
    assertRefused(paginator("{type: PageIncrement, page_size: " + size + "}", TOKEN));
  }

  @Test
  void aPlaceForTheSizeNeedsASize() {
    assertRefused(paginator("{type: PageIncrement}", TOKEN + SIZE));
  }

  private static void assertRefused(String paginator) {
    try (Api api = Api.answering(asked -> Answered.json("[]"))) {
      Reading reading = new Reading(api).retriever(paginator);
      assertThatThrownBy(reading::read)
          .isInstanceOfSatisfying(
              GodwitException.class,
              error -> {
                assertThat(error.code()).isEqualTo("manifest.page-size");
                assertThat(error.place().line()).isPositive();
              });
      assertThat(api.asked()).isEmpty();
    }
  }
}
