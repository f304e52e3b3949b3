package dev.godwit.manifest.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseCacheTest {
  /// Holds two bodies of ten bytes in memory.
  private final ResponseCache cache = new ResponseCache(20, new SpilledBodies());

  @AfterEach
  void closeCache() {
    cache.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Request get(String url) {
    return new Request("GET", url, Map.of("Authorization", "Bearer a"), null);
  }

  private static Response answer(int status, String body) {
    return new Response(status, Map.of("X", "y"), bytes(body), "http://x/end");
  }

  private String found(Request request) {
    Response response = cache.find("s", request);
    return response == null ? "nothing" : response.text();
  }

  @ParameterizedTest
  @CsvSource({
    "http://x/?a=1&b=2, yes",
    "http://x/?b=2&a=1, yes",
    "http://x/?a=1&b=3, nothing",
    "http://x/?a=1, nothing",
    "http://x/y?a=1&b=2, nothing",
  })
  void theOrderOfParametersDoesNotMatter(String url, String expected) {
    cache.keep("s", get("http://x/?a=1&b=2"), answer(200, "yes"));
    assertThat(found(get(url))).isEqualTo(expected);
  }

  @Test
  void otherStreamsHeadersAndBodiesAreOtherRequests() {
    Request kept = new Request("GET", "http://x/", Map.of("A", "1"), bytes("body"));
    cache.keep("s", kept, answer(200, "yes"));
    assertThat(found(new Request("GET", "http://x/", Map.of("A", "1"), bytes("body"))))
        .isEqualTo("yes");
    assertThat(found(new Request("GET", "http://x/", Map.of("A", "2"), bytes("body"))))
        .isEqualTo("nothing");
    assertThat(found(new Request("GET", "http://x/", Map.of("A", "1"), bytes("other"))))
        .isEqualTo("nothing");
    assertThat(found(new Request("GET", "http://x/", Map.of("A", "1"), null))).isEqualTo("nothing");
    assertThat(cache.find("t", kept)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"GET, 200, true", "POST, 200, false", "GET, 201, false", "GET, 404, false"})
  void onlyGoodAnswersToGetAreKept(String method, int status, boolean kept) {
    Request request = new Request(method, "http://x/", Map.of(), null);
    cache.keep("s", request, answer(status, "yes"));
    assertThat(found(request)).isEqualTo(kept ? "yes" : "nothing");
  }

  @Test
  void whatMemoryDoesNotHoldIsReadBackFromDisk() {
    for (int i = 0; i < 9; i++) {
      cache.keep("s", get("http://x/" + i), answer(200, "0123456-" + i + i));
    }
    for (int i = 0; i < 9; i++) {
      Response response = cache.find("s", get("http://x/" + i));
      assertThat(response).isNotNull();
      assertThat(response.text()).isEqualTo("0123456-" + i + i);
      assertThat(response.headers()).containsEntry("X", "y");
      assertThat(response.url()).isEqualTo("http://x/end");
    }
  }

  @Test
  void aNewAnswerTakesThePlaceOfTheOldOneOnDisk() {
    for (int i = 0; i < 3; i++) {
      cache.keep("s", get("http://x/" + i), answer(200, "0123456789"));
    }
    cache.keep("s", get("http://x/0"), answer(200, "new"));
    assertThat(found(get("http://x/0"))).isEqualTo("new");
  }

  @Test
  void withoutADiskAnswersAreAskedForAgain() {
    SpilledBodies broken = new SpilledBodies();
    broken.close();
    try (ResponseCache small = new ResponseCache(1, broken)) {
      small.keep("s", get("http://x/1"), answer(200, "one"));
      small.keep("s", get("http://x/2"), answer(200, "two"));
      assertThat(small.find("s", get("http://x/1"))).isNull();
      assertThat(small.find("s", get("http://x/2"))).isNotNull();
    }
  }
}
