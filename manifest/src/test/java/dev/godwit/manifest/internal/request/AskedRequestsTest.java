package dev.godwit.manifest.internal.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Api.Asked;
import dev.godwit.manifest.internal.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Requests as the reference makes them, and the rows that come of them. The tables were asked from
/// it, with reference/exchanges.py: the same requester, retriever and answers, and what was sent.
class AskedRequestsTest {
  record Case(Map<String, @Nullable Object> fields) {
    String text(String field) {
      return String.valueOf(fields.get(field));
    }

    List<?> list(String field) {
      return (List<?>) Objects.requireNonNull(fields.get(field));
    }

    @Override
    public String toString() {
      return text("name");
    }
  }

  static Stream<Case> cases() {
    return Stream.of("requests.json", "properties.json", "pages.json")
        .flatMap(AskedRequestsTest::cases);
  }

  @SuppressWarnings("unchecked")
  private static Stream<Case> cases(String file) {
    try (InputStream table = AskedRequestsTest.class.getResourceAsStream(file)) {
      Object cases = JsonParser.STRICT.parse(Objects.requireNonNull(table).readAllBytes());
      return ((List<?>) cases).stream().map(each -> new Case((Map<String, @Nullable Object>) each));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void asksAsTheReferenceDoes(Case each) {
    List<String> left = new CopyOnWriteArrayList<>();
    each.list("answers").forEach(body -> left.add(body.toString()));
    try (Api api =
        Api.answering(asked ->
            answer(
                left.size() > 1 ? left.removeFirst() : left.getFirst(),
                "http://" + asked.header("Host")))) {
      Reading reading = reading(each, api);
      GodwitException error = catchThrowableOfType(GodwitException.class, reading::read);
      assertThat(api.asked().stream().map(AskedRequestsTest::row).toList())
          .containsExactlyInAnyOrderElementsOf(
              each.list("sent").stream().map(AskedRequestsTest::row).toList());
      assertThat(error != null).isEqualTo(each.fields().get("fails"));
      if (each.fields().get("rows") instanceof List<?> rows) {
        assertThat(reading.rows()).isEqualTo(rows);
      }
    }
  }

  private static Reading reading(Case each, Api api) {
    String requester = each.text("requester");
    boolean hasAddress = requester.matches("(?s)(.*\\n)?url(_base)?: .*");
    boolean hasPath = requester.matches("(?s)(.*\\n)?path: .*");
    String address =
        (hasAddress ? "" : "url_base: http://api.test\n")
            + (hasAddress || hasPath ? "" : "path: items\n");
    Reading reading =
        new Reading(api)
            .requester((address + requester).replace("http://api.test", api.url("")))
            .retriever(each.text("retriever"));
    if (each.fields().get("schema") instanceof Map<?, ?> schema) {
      String json = new String(JsonWriter.bytes(schema), StandardCharsets.UTF_8);
      reading.schema("{type: InlineSchemaLoader, schema: " + json + "}");
    }
    ((Map<?, ?>) Objects.requireNonNull(each.fields().get("config")))
        .forEach((name, value) -> reading.config(name.toString(), value));
    return reading;
  }

  /// A body, or a status alone.
  private static Answered answer(String body, String base) {
    return body.matches("\\d{3}")
        ? Answered.status(Integer.parseInt(body))
        : Answered.json(body.replace("http://api.test", base));
  }

  private static List<@Nullable Object> row(Asked asked) {
    Map<String, @Nullable Object> headers = new TreeMap<>();
    asked
        .headers()
        .forEach((name, value) -> {
          if (name.startsWith("X-")) {
            headers.put(name.toLowerCase(Locale.ROOT), value);
          }
        });
    return row(asked.method(), asked.target(), asked.header("Content-Type"), headers, asked.body());
  }

  private static List<@Nullable Object> row(Object sent) {
    List<?> parts = (List<?>) sent;
    Map<String, @Nullable Object> headers = new TreeMap<>();
    ((Map<?, ?>) parts.get(3))
        .forEach((name, value) -> headers.put(name.toString().toLowerCase(Locale.ROOT), value));
    return row(parts.get(0), parts.get(1), parts.get(2), headers, parts.get(4));
  }

  /// The order of the keys in a JSON body does not count.
  private static List<@Nullable Object> row(@Nullable Object... parts) {
    List<@Nullable Object> row = new ArrayList<>(Arrays.asList(parts));
    if (String.valueOf(row.get(2)).endsWith("json")) {
      row.set(4, JsonParser.STRICT.parse(row.get(4).toString()));
    }
    return row;
  }
}
