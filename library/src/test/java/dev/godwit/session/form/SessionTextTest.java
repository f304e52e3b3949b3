package dev.godwit.session.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.session.form.Exchange.Answered;
import dev.godwit.session.form.Exchange.Sent;
import dev.godwit.session.form.Exchange.Unreachable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionTextTest {
  private static final Path FILE = Path.of("odd.session.yaml");

  private static Session read(String text) {
    return SessionFile.parse(FILE, text);
  }

  private static Session session(Map<String, Object> config, Exchange exchange) {
    RowDigest digest = new RowDigest();
    digest.add("{\"id\":1}");
    Expectation expected =
        new Expectation(
            1,
            digest.text(),
            List.of("{\"id\":1}"),
            Map.of("at", "2024-01-01"),
            new Expectation.Failure("http.refused", "no: 403"));
    return new Session(
        "../a b.yaml",
        "parts.py",
        Instant.parse("2024-01-01T00:00:00.120Z"),
        7L,
        new LinkedHashMap<>(config),
        List.of(),
        List.of(new StreamSession("odd: one", null, List.of(exchange), expected)));
  }

  private static Exchange exchange(String body) {
    return new Exchange(
        new Sent("POST", "http://x/?a=1", Map.of("X-A", "1e5"), Body.of(bytes(body))),
        new Answered(200, "http://y/", Map.of("ETag", "\"0\""), Body.of(bytes(body))));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void textsThatLookLikeSomethingElseStayTexts() {
    Map<String, Object> config = new LinkedHashMap<>();
    for (String text :
        List.of(
            "1e5",
            "0777",
            "2024-01-01",
            "yes",
            "null",
            "~",
            "",
            " ",
            "a: b",
            "- c",
            "# d",
            "é \n x",
            "\"quoted\"",
            "[1]",
            "{a",
            "tab\there",
            "1_000",
            "12:30:45",
            "line\n",
            "\n\nx")) {
      config.put("key " + config.size(), text);
    }
    Session session = session(config, exchange("x"));

    assertThat(read(SessionText.of(session))).isEqualTo(session);
  }

  @Test
  void bodiesOfAllKindsComeBack() {
    for (String body :
        List.of(
            "plain",
            "two\nlines\n",
            "{\"a\": 1.10, \"b\": [1e3, \"\\u00e9\"]}",
            "\u0000\u0001",
            "",
            "  indented\ntext",
            "trailing \nspace",
            "a\r\nb",
            "{\"broken\": ")) {
      Session session = session(Map.of(), exchange(body));
      Session back = read(SessionText.of(session));

      Answered answered = (Answered) back.streams().getFirst().exchanges().getFirst().outcome();
      assertThat(answered.body()).as(body).isEqualTo(Body.of(bytes(body)));
    }
  }

  @Test
  void numbersAndEscapesInJsonKeepTheirSpelling() {
    Body body = Body.of(bytes("{\"a\":1.10,\"b\":12345678901234567890123,\"c\":\"\\u00e9\"}"));

    assertThat(body.kind()).isEqualTo(Body.Kind.JSON);
    assertThat(body.text())
        .isEqualTo("{\"a\": 1.10, \"b\": 12345678901234567890123, \"c\": \"\\u00e9\"}");
  }

  @Test
  void longJsonIsLaidOutOneValueALine() {
    String item = "{\"name\": \"" + "x".repeat(60) + "\"}";
    Body body = Body.of(bytes("[" + item + "," + item + "]"));

    assertThat(body.text()).isEqualTo("[\n  " + item + ",\n  " + item + "\n]");
  }

  @Test
  void failuresOfConnectionsComeBack() {
    Exchange exchange =
        new Exchange(
            new Sent("GET", "http://x/", Map.of(), null), new Unreachable("Connect", "refused"));
    Session session = session(Map.of(), exchange);

    assertThat(read(SessionText.of(session))).isEqualTo(session);
  }

  @Test
  void aSessionOfALaterFormIsRefused() {
    String text = SessionText.of(session(Map.of(), exchange("x")));

    assertThatThrownBy(() -> read(text.replace("godwit_session: 1", "godwit_session: 2")))
        .hasMessageContaining("form 2");
  }
}
