package dev.godwit.manifest.internal.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Api.Asked;
import dev.godwit.manifest.internal.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a requester's description becomes on the wire.
class RequestsTest {
  private static Asked asked(String requester) {
    try (Api api = Api.answering(request -> Answered.json("[]"))) {
      new Reading(api)
          .requester(requester)
          .config("none", null)
          .config("number", "1e3")
          .config("map", "{'a': 1}")
          .read();
      return api.asked().getFirst();
    }
  }

  private static void assertFails(String requester, String code) {
    assertThatThrownBy(() -> asked(requester))
        .isInstanceOfSatisfying(
            GodwitException.class, error -> assertThat(error.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @CsvSource({
    "items, /items",
    "/items, /items",
    "///items, /items",
    "items/, /items/",
    "'', /",
    "a/../b, /b",
    "items?x=1, /items?x=1",
    "a b, /a%20b",
    "\"{{ config['number'] }}\", /1000.0",
  })
  void pathsAreAppendedToTheBase(String path, String target) {
    assertThat(asked("path: " + (path.isEmpty() ? "''" : path)).target()).isEqualTo(target);
  }

  @Test
  void anAbsolutePathReplacesTheBase() {
    assertThat(
            asked("url_base: http://nowhere.invalid/v1\npath: \"{{ config['api'] }}/other\"")
                .target())
        .isEqualTo("/other");
  }

  @Test
  void aBaseCountsBeforeAUrl() {
    assertThat(asked("url: http://nowhere.invalid\nurl_base: \"{{ config['api'] }}/v1\"").target())
        .isEqualTo("/v1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:b/c", "ftp://a.example/x"})
  void anAddressThatIsNoHttpIsRefused(String path) {
    assertFails("path: '" + path + "'", "http.bad-address");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{a: '1', b: two}                           | ?a=1&b=two",
        "{a: '', b: \"{{ config['missing'] }}\", c: '3'} | ?c=3",
        "{a: \"{{ config['none'] }}\"}              | ?a=None",
        "{a: \"{{ ['x', 'y'] }}\"}                  | ?a=x&a=y",
        "{a: \"{{ config['map'] }}\"}               | ?a=%7B%27a%27%3A+1%7D",
        "{a: '1.10', b: '1e3', c: true, d: 5}       | ?a=1.10&b=1e3&c=True&d=5",
        "{a: \"{{ True }}\", b: \"{{ 1.10 }}\"}     | ?a=True&b=1.1",
        "{\"{{ 'k' ~ 1 }}\": v}                     | ?k1=v",
        "\"{{ {'a': 1, 'b': [1, 2]} }}\"            | ?a=1&b=1&b=2",
        "a=1&b=2                                    | ''",
      })
  void parametersAreTextsAndLists(String parameters, String query) {
    assertThat(asked("request_parameters: " + parameters).target()).isEqualTo("/items" + query);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1.10  | 1.1",
        "1,2   | (1, 2)",
        "['a'] | ['a']",
        "true  | true",
        "True  | True",
        "text  | text",
        "007   | 007",
      })
  void headersAreReadAsPythonLiterals(String value, String sent) {
    assertThat(asked("request_headers: {X-H: \"" + value + "\"}").header("X-H")).isEqualTo(sent);
  }

  @Test
  void headersWithoutAValueAreLeftOut() {
    assertThat(asked("request_headers: {X-A: '', X-B: \"{{ config['missing'] }}\"}").headers())
        .doesNotContainKeys("X-A", "X-B");
  }

  @Test
  void formsAreEncoded() {
    Asked asked =
        asked("http_method: POST\nrequest_body_data: {a: '1', b: \"{{ ['x', 'y'] }}\", c: ''}");
    assertThat(asked.body()).isEqualTo("a=1&b=x&b=y");
    assertThat(asked.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
  }

  @Test
  void aTextIsSentAsItIsWithoutAType() {
    Asked asked = asked("http_method: POST\nrequest_body_data: \"<x>ä</x>\"");
    assertThat(asked.body()).isEqualTo("<x>ä</x>");
    assertThat(asked.header("Content-Type")).isNull();
  }

  @Test
  void aTextThatReadsAsAnObjectIsAForm() {
    assertThat(asked("http_method: POST\nrequest_body_data: \"{'a': 1}\"").body()).isEqualTo("a=1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{a: '1', b: '01', c: \"'x'\", d: [1, null], e: null} | {\"a\": 1, \"b\": \"01\", \"c\":"
            + " \"x\", \"d\": [1, null]}",
        "{a: {b: \"{{ config['none'] }}\", c: \"ä\"}}         | {\"a\": {\"c\": \"\\u00e4\"}}",
        "\"{{ {'a': [1, 2.0, True]} }}\"                      | {\"a\": [1, 2.0, true]}",
      })
  void jsonBodiesAreTypedAndWrittenAsPythonWrites(String body, String sent) {
    Asked asked = asked("http_method: POST\nrequest_body_json: " + body);
    assertThat(asked.body()).isEqualTo(sent);
    assertThat(asked.header("Content-Type")).isEqualTo("application/json");
  }

  @Test
  void aJsonBodyThatStaysTextIsRefused() {
    assertFails("http_method: POST\nrequest_body_json: '{\"a\": true}'", "request.json-text");
  }

  @Test
  void aGetSendsItsBody() {
    assertThat(asked("request_body_json: {a: x}").body()).isEqualTo("{\"a\": \"x\"}");
  }

  @Test
  void anOwnContentTypeStays() {
    assertThat(
            asked(
                    """
                    http_method: POST
                    request_headers: {content-type: application/vnd.x}
                    request_body_json: {a: x}
                    """)
                .header("Content-Type"))
        .isEqualTo("application/vnd.x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "request_parameters: {key: '1'}\n"
            + "authenticator: {type: ApiKeyAuthenticator, api_token: '1', inject_into: {type:"
            + " RequestOption, inject_into: request_parameter, field_name: key}}",
        "request_headers: {Authorization: x}\n"
            + "authenticator: {type: BearerAuthenticator, api_token: t}",
        "http_method: POST\nrequest_body_json: {a: x}\nrequest_body_data: {b: y}",
      })
  void twoPartsThatWantTheSamePlaceCollide(String requester) {
    assertFails(requester, "request.collision");
  }

  @Test
  void credentialsWinOverAHeaderInAnotherSpelling() {
    Asked asked =
        asked(
            "request_headers: {authorization: mine}\n"
                + "authenticator: {type: BearerAuthenticator, api_token: t}");
    assertThat(asked.header("Authorization")).isEqualTo("Bearer t");
  }

  @Test
  void aFixedPageCollidesOnThePageThatWantsItsPlace() {
    try (Api api = Api.answering(request -> Answered.json("[{\"x\":1}]"))) {
      Reading reading =
          new Reading(api)
              .requester("request_parameters: {page: '0'}")
              .retriever(
                  """
                  paginator:
                    type: DefaultPaginator
                    pagination_strategy: {type: PageIncrement}
                    page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: page}
                  """);
      assertThatThrownBy(reading::read).hasMessageContaining("'page' is set twice");
      assertThat(api.asked()).hasSize(1);
      assertThat(reading.rows()).hasSize(1);
    }
  }
}
