package dev.godwit.manifest.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Api.Asked;
import dev.godwit.manifest.internal.Reading;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pages that go round in circles end with an error; those that only look so do not.
class CirclesTest {
  private static final String TOKEN =
      "page_token_option: {type: RequestOption, inject_into: INTO, field_name: p}";

  private static String cursor(String into) {
    return """
    paginator:
      type: DefaultPaginator
      pagination_strategy: {type: CursorPagination, cursor_value: "{{ response.next }}"}
      TOKEN
    """
        .replace("TOKEN", TOKEN.replace("INTO", into));
  }

  private static final String NUMBERS =
      """
      paginator:
        type: DefaultPaginator
        pagination_strategy: {type: PageIncrement, page_size: 1}
        page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: p}
      """;

  private static String page(String next, String rows) {
    return "{\"next\":" + next + ",\"rows\":" + rows + "}";
  }

  private static Reading reading(Api api, String retriever) {
    return new Reading(api)
        .selector("extractor: {type: DpathExtractor, field_path: [rows]}")
        .retriever(retriever);
  }

  private static GodwitException fails(String retriever, Function<Asked, Answered> answers) {
    try (Api api = Api.answering(answers)) {
      GodwitException error =
          catchThrowableOfType(GodwitException.class, () -> reading(api, retriever).read());
      assertThat(error.code()).isEqualTo("page.loop");
      assertThat(error.kind()).isEqualTo(ErrorKind.SYSTEM);
      assertThat(error.place().request()).contains("/items");
      return error;
    }
  }

  @ParameterizedTest
  @CsvSource({"a, 3", "a b, 4", "a b c d e f g, 9"})
  void aCircleOfPagesEnds(String tokens, int requests) {
    String[] circle = tokens.split(" ", -1);
    AtomicInteger asked = new AtomicInteger();
    fails(
        cursor("request_parameter"),
        request -> {
          asked.incrementAndGet();
          for (int i = 0; i < circle.length; i++) {
            if (request.target().endsWith("p=" + circle[i])) {
              return Answered.json(
                  page("\"" + circle[(i + 1) % circle.length] + "\"", "[{\"id\":" + i + "}]"));
            }
          }
          return Answered.json(page("\"" + circle[0] + "\"", "[{\"id\":\"first\"}]"));
        });
    assertThat(asked).hasValue(requests);
  }

  @Test
  void rowsOfACircleAreNotHandedOnTwice() {
    try (Api api = Api.answering(asked -> Answered.json(page("\"a\"", "[{\"id\":1}]")))) {
      Reading reading = reading(api, cursor("request_parameter"));
      assertThatThrownBy(reading::read).isInstanceOf(GodwitException.class);
      assertThat(reading.rows()).hasSize(2);
    }
  }

  /// The reference goes on for ever.
  @Test
  void anApiThatDoesNotHeedThePageEnds() {
    assertThat(fails(NUMBERS, asked -> Answered.json(page("1", "[{\"id\":1}]"))).message())
        .contains("100 times");
  }

  @Test
  void pagesWithEqualRowsAreNoCircle() {
    AtomicInteger pages = new AtomicInteger();
    try (Api api =
        Api.answering(asked ->
            Answered.json(page("1", pages.incrementAndGet() > 50 ? "[]" : "[{\"n\":0}]")))) {
      assertThat(reading(api, NUMBERS).read().rows()).hasSize(50);
    }
  }

  @Test
  void aTokenInAHeaderMakesAnotherRequest() {
    AtomicInteger pages = new AtomicInteger();
    try (Api api =
        Api.answering(asked -> {
          int page = pages.incrementAndGet();
          return Answered.json(page(page > 3 ? "null" : page % 2 == 0 ? "\"a\"" : "\"b\"", "[{}]"));
        })) {
      assertThat(reading(api, cursor("header")).read().rows()).hasSize(4);
    }
  }

  @Test
  void anAnswerThatIsNotReadyMayRepeat() {
    AtomicInteger polls = new AtomicInteger();
    try (Api api =
        Api.answering(asked ->
            Answered.json(
                polls.incrementAndGet() > 20
                    ? page("null", "[{\"id\":1}]")
                    : page("\"job\"", "[]")))) {
      Reading reading = reading(api, cursor("body_json")).requester("http_method: POST\n");
      assertThat(reading.read().rows()).hasSize(1);
    }
  }

  @Test
  void anAnswerThatIsNeverReadyEnds() {
    assertThat(
            fails(cursor("request_parameter"), asked -> Answered.json(page("\"job\"", "[]")))
                .message())
        .contains("100 times");
  }
}
