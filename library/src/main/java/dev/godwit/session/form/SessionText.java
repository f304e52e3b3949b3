package dev.godwit.session.form;

import dev.godwit.core.json.JsonWriter;
import dev.godwit.session.form.Exchange.Answered;
import dev.godwit.session.form.Exchange.Outcome;
import dev.godwit.session.form.Exchange.Sent;
import dev.godwit.session.form.Exchange.Unreachable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes a session as YAML for people who look through changes: one field a line, bodies as blocks
/// of text, rows one a line.
public final class SessionText {
  /// The form that this version writes.
  static final long VERSION = 1;

  private static final String HEAD =
      """
      # A recorded session: `godwit test` replays it without network.
      # Secrets were replaced by placeholders that begin with "redacted.".
      """;

  private SessionText() {}

  public static String of(Session session) {
    Map<String, @Nullable Object> file = new LinkedHashMap<>();
    file.put("godwit_session", VERSION);
    file.put("connector", session.connector());
    putPresent(file, "components", session.components());
    file.put("now", session.now().toString());
    putPresent(file, "limit", session.limit());
    file.put("config", session.config());
    if (!session.catalog().isEmpty()) {
      file.put("catalog_exchanges", exchanges(session.catalog()));
    }
    file.put("streams", session.streams().stream().map(SessionText::stream).toList());
    return HEAD + YamlText.of(file);
  }

  private static Map<String, @Nullable Object> stream(StreamSession stream) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("name", stream.name());
    putPresent(fields, "state", stream.state());
    fields.put("exchanges", exchanges(stream.exchanges()));
    fields.put("expected", expectation(stream.expected()));
    return fields;
  }

  private static Map<String, @Nullable Object> expectation(Expectation expected) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("records", expected.count());
    if (!expected.isWhole()) {
      fields.put("sha256", expected.sha256());
    }
    if (!expected.rows().isEmpty()) {
      fields.put(
          expected.isWhole() ? "rows" : "first_rows", String.join("\n", expected.rows()) + "\n");
    }
    if (expected.state() != null) {
      fields.put(
          "state", block(JsonTokens.layout(JsonTokens.of(JsonWriter.text(expected.state())))));
    }
    Expectation.Failure failure = expected.failure();
    if (failure != null) {
      fields.put("failure", ordered("code", failure.code(), "message", failure.message()));
    }
    return fields;
  }

  private static List<Map<String, @Nullable Object>> exchanges(List<Exchange> exchanges) {
    return exchanges.stream().map(SessionText::exchange).toList();
  }

  private static Map<String, @Nullable Object> exchange(Exchange exchange) {
    Sent sent = exchange.sent();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("request", sent.method() + " " + sent.url());
    putHeaders(fields, sent.headers());
    Body body = sent.body();
    if (body != null) {
      putBody(fields, body);
    }
    fields.put("answer", outcome(exchange.outcome()));
    return fields;
  }

  private static Map<String, @Nullable Object> outcome(Outcome outcome) {
    return switch (outcome) {
      case Answered answered -> {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("status", (long) answered.status());
        putPresent(fields, "url", answered.url());
        putHeaders(fields, answered.headers());
        putBody(fields, answered.body());
        yield fields;
      }
      case Unreachable unreachable ->
          ordered("unreachable", unreachable.kind(), "message", unreachable.message());
    };
  }

  private static void putHeaders(
      Map<String, @Nullable Object> fields, Map<String, String> headers) {
    if (!headers.isEmpty()) {
      fields.put("headers", headers);
    }
  }

  private static void putBody(Map<String, @Nullable Object> fields, Body body) {
    if (body.gzip()) {
      fields.put("gzip", true);
    }
    if (!body.equals(Body.EMPTY)) {
      switch (body.kind()) {
        case JSON -> fields.put("json", block(body.text()));
        case TEXT -> fields.put("text", body.text());
        case BASE64 -> fields.put("base64", body.text());
      }
    }
  }

  /// A text that is written as a block, also where it is only one line.
  private static String block(String text) {
    return text + "\n";
  }

  private static void putPresent(
      Map<String, @Nullable Object> fields, String key, @Nullable Object value) {
    if (value != null) {
      fields.put(key, value);
    }
  }

  private static Map<String, @Nullable Object> ordered(
      String key, String value, String other, String otherValue) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put(key, value);
    fields.put(other, otherValue);
    return fields;
  }
}
