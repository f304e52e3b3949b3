package dev.godwit.manifest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Api.Asked;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PooledTransportTest {
  private final Sending sending = new Sending();

  @AfterEach
  void closeTransport() {
    sending.close();
  }

  private Asked askedFor(Request request) throws IOException {
    try (Api api = Api.answering(asked -> Answered.json("{}"))) {
      sending.send(
          new Request(request.method(), api.url(request.url()), request.headers(), request.body()));
      return api.asked().getFirst();
    }
  }

  private static Request get(String path, Map<String, String> headers) {
    return new Request("GET", path, headers, null);
  }

  @Test
  void anAnswerHasStatusHeadersBodyAndAddress() throws IOException {
    Answered answer = Answered.status(418).with("X-Pot", "tea").body("short");
    try (Api api = Api.answering(asked -> answer)) {
      Response response = sending.get(api.url("/pot?x=1"));
      assertThat(response.status()).isEqualTo(418);
      assertThat(response.headers()).containsEntry("x-POT", "tea");
      assertThat(response.text()).isEqualTo("short");
      assertThat(response.url()).isEqualTo(api.url("/pot?x=1"));
    }
  }

  @Test
  void headersThatComeTwiceAreJoined() throws IOException {
    Answered answer = Answered.json("{}").with("Link", "<a>", "<b>");
    try (Api api = Api.answering(asked -> answer)) {
      assertThat(sending.get(api.url("/")).headers()).containsEntry("Link", "<a>, <b>");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304, 404, 500})
  void anAnswerWithoutABodyHasAnEmptyOne(int status) throws IOException {
    try (Api api = Api.answering(asked -> Answered.status(status))) {
      Response response = sending.get(api.url("/"));
      assertThat(response.status()).isEqualTo(status);
      assertThat(response.body()).isEmpty();
    }
  }

  @Test
  void compressedBodiesAreDecompressed() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    write(new GZIPOutputStream(zipped));
    Answered answer = Answered.json("").with("Content-Encoding", "gzip").body(zipped.toByteArray());
    try (Api api = Api.answering(asked -> answer)) {
      assertThat(sending.get(api.url("/")).text()).isEqualTo("{\"a\":\"ä\"}");
    }
  }

  @Test
  void deflatedBodiesAreInflated() throws IOException {
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    write(new DeflaterOutputStream(deflated));
    Answered answer =
        Answered.json("").with("Content-Encoding", "deflate").body(deflated.toByteArray());
    try (Api api = Api.answering(asked -> answer)) {
      assertThat(sending.get(api.url("/")).text()).isEqualTo("{\"a\":\"ä\"}");
    }
  }

  private static void write(OutputStream out) throws IOException {
    try (out) {
      out.write("{\"a\":\"ä\"}".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void theUsualHeadersAreSent() throws IOException {
    Asked asked = askedFor(get("/", Map.of()));
    assertThat(asked.header("User-Agent")).isEqualTo("tester");
    assertThat(asked.header("Accept")).isEqualTo("*/*");
    assertThat(asked.header("Accept-Encoding")).isEqualTo("gzip, deflate");
    assertThat(asked.header("Connection")).isEqualToIgnoringCase("keep-alive");
  }

  @Test
  void headersOfTheManifestWinInAnySpelling() throws IOException {
    Asked asked =
        askedFor(get("/", Map.of("user-agent", "mine", "ACCEPT", "text/csv", "x-Own", "ä")));
    assertThat(asked.header("User-Agent")).isEqualTo("mine");
    assertThat(asked.header("Accept")).isEqualTo("text/csv");
    assertThat(asked.headers()).containsKey("X-Own");
  }

  @Test
  void theAddressGoesOutByteForByte() throws IOException {
    String target = "/a%20b/%C3%A4/(x);v=1/~u?q=%7B%22a%22:1%7D&e=&r=a+b&s='!*";
    assertThat(askedFor(get(target, Map.of())).target()).isEqualTo(target);
  }

  @Test
  void aGetMayHaveABody() throws IOException {
    Asked asked =
        askedFor(
            new Request(
                "GET",
                "/",
                Map.of("Content-Type", "application/json"),
                "{\"a\": 1}".getBytes(StandardCharsets.UTF_8)));
    assertThat(asked.method()).isEqualTo("GET");
    assertThat(asked.body()).isEqualTo("{\"a\": 1}");
    assertThat(asked.header("Content-Type")).isEqualTo("application/json");
  }

  @Test
  void aTextBodyHasNoContentType() throws IOException {
    Asked asked =
        askedFor(new Request("POST", "/", Map.of(), "plain".getBytes(StandardCharsets.UTF_8)));
    assertThat(asked.body()).isEqualTo("plain");
    assertThat(asked.header("Content-Type")).isNull();
    assertThat(asked.header("Content-Length")).isEqualTo("5");
  }

  @Test
  void aPostWithoutABodySaysSo() throws IOException {
    Asked asked = askedFor(new Request("POST", "/", Map.of(), null));
    assertThat(asked.header("Content-Length")).isEqualTo("0");
  }

  @Test
  void aConnectionIsUsedAgain() throws IOException {
    try (Api api = Api.answering(asked -> Answered.json("{}"))) {
      for (int i = 0; i < 5; i++) {
        sending.get(api.url("/" + i));
      }
      assertThat(api.asked()).extracting(Asked::port).containsOnly(api.asked().getFirst().port());
    }
  }

  @Test
  void credentialsInAnAddressDoNotStopARequest() throws IOException {
    try (Api api = Api.answering(asked -> Answered.json("{}"))) {
      String url = Address.withQuery("http://user:word@127.0.0.1:" + api.port() + "/x", Map.of());
      assertThat(sending.get(url).status()).isEqualTo(200);
      assertThat(url).doesNotContain("word");
      assertThat(api.asked().getFirst().target()).isEqualTo("/x");
    }
  }
}
