package dev.godwit.manifest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Api.Asked;
import dev.godwit.manifest.internal.Recorded;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {
  private static final Map<String, String> HEADERS =
      Map.of("Authorization", "Bearer x", "X-Key", "k", "Content-Type", "text/plain");

  private final Sending sending = new Sending();

  @AfterEach
  void closeTransport() {
    sending.close();
  }

  /// Sends the first request to `/new`, with this status.
  private static Api moving(int status) {
    return Api.answering(asked ->
        asked.target().equals("/new") ? Answered.json("[]") : Answered.redirect(status, "/new"));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303})
  void aPostBecomesAGetWithoutABody(int status) throws IOException {
    try (Api api = moving(status)) {
      sending.post(api.url("/old"), HEADERS, "body");
      Asked second = api.asked().get(1);
      assertThat(second.method()).isEqualTo("GET");
      assertThat(second.body()).isEmpty();
      assertThat(second.header("Content-Type")).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {307, 308})
  void aPostIsRepeatedWithItsBody(int status) throws IOException {
    try (Api api = moving(status)) {
      sending.post(api.url("/old"), HEADERS, "body");
      Asked second = api.asked().get(1);
      assertThat(second.method()).isEqualTo("POST");
      assertThat(second.body()).isEqualTo("body");
      assertThat(second.header("Content-Type")).isEqualTo("text/plain");
    }
  }

  @Test
  void theAnswerTellsWhereItCameFrom() throws IOException {
    try (Api api = moving(302)) {
      Response response = sending.get(api.url("/old"));
      assertThat(response.text()).isEqualTo("[]");
      assertThat(response.url()).isEqualTo(api.url("/new"));
    }
  }

  @Test
  void credentialsStayWithinTheirOrigin() throws IOException {
    try (Api api = moving(302)) {
      sending.get(api.url("/old"), HEADERS);
      assertThat(api.asked().get(1).header("Authorization")).isEqualTo("Bearer x");
    }
  }

  @Test
  void credentialsAreLeftBehindWhenTheOriginChanges() throws IOException {
    try (Api other = Api.answering(asked -> Answered.json("[]"));
        Api api = Api.answering(asked -> Answered.redirect(302, other.url("/x?y=1")))) {
      sending.get(api.url("/old"), HEADERS);
      Asked second = other.asked().getFirst();
      assertThat(second.target()).isEqualTo("/x?y=1");
      assertThat(second.header("Authorization")).isNull();
      assertThat(second.header("X-Key")).isEqualTo("k");
    }
  }

  static List<List<@Nullable Object>> origins() {
    return Recorded.table(RedirectTest.class, "origins.json", "keeps");
  }

  @ParameterizedTest
  @MethodSource("origins")
  void theSameOriginsAsInTheReferenceKeepCredentials(List<@Nullable Object> origins) {
    Parts from = Parts.of(Objects.requireNonNull(origins.getFirst()).toString());
    Parts to = Parts.of(Objects.requireNonNull(origins.get(1)).toString());
    assertThat(to.mayHaveCredentialsOf(from)).isEqualTo(origins.getLast());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b?q=ä", "./a%20b?q=%C3%A4#part", "/x/../deep/a b?q=ä"})
  void addressesInTheHeaderAreRepairedAndResolved(String location) throws IOException {
    try (Api api =
        Api.answering(asked ->
            asked.target().endsWith("/old")
                ? Answered.redirect(
                    302,
                    new String(
                        location.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.nio.charset.StandardCharsets.ISO_8859_1))
                : Answered.json("[]"))) {
      sending.get(api.url("/deep/old"));
      assertThat(api.asked().get(1).target()).isEqualTo("/deep/a%20b?q=%C3%A4");
    }
  }

  @Test
  void aRedirectionWithoutAnAddressIsAnAnswer() throws IOException {
    try (Api api = Api.answering(asked -> Answered.status(302).body("here"))) {
      assertThat(sending.get(api.url("/")).text()).isEqualTo("here");
    }
  }

  @Test
  void anAddressInAnOrdinaryAnswerIsNotFollowed() throws IOException {
    try (Api api = Api.answering(asked -> Answered.json("[]").with("Location", "/new"))) {
      sending.get(api.url("/"));
      assertThat(api.asked()).hasSize(1);
    }
  }

  @Test
  void cookiesOfARedirectionComeAlong() throws IOException {
    try (Api api =
        Api.answering(asked ->
            asked.target().equals("/new")
                ? Answered.json("[]")
                : Answered.redirect(302, "/new").with("Set-Cookie", "seen=1"))) {
      sending.get(api.url("/old"));
      assertThat(api.asked().get(1).header("Cookie")).isEqualTo("seen=1");
    }
  }

  @Test
  void thirtyRedirectionsAreFollowed() throws IOException {
    try (Api api = counting(30)) {
      assertThat(sending.get(api.url("/0")).text()).isEqualTo("[]");
      assertThat(api.asked()).hasSize(31);
    }
  }

  @Test
  void moreAreALoop() {
    try (Api api = counting(31)) {
      assertThatThrownBy(() -> sending.get(api.url("/0")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("30 redirects");
      assertThat(api.asked()).hasSize(31);
    }
  }

  private static Api counting(int redirections) {
    return Api.answering(asked -> {
      int number = Integer.parseInt(asked.target().substring(1));
      return number == redirections
          ? Answered.json("[]")
          : Answered.redirect(302, "/" + (number + 1));
    });
  }
}
