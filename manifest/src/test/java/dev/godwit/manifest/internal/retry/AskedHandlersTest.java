package dev.godwit.manifest.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What error handlers make of answers, how long they wait and what kind of error remains. The
/// table was asked from the reference, with reference/exchanges.py; jitter drew its upper end.
class AskedHandlersTest {
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

  @SuppressWarnings("unchecked")
  static Stream<Case> cases() throws IOException {
    try (InputStream table = AskedHandlersTest.class.getResourceAsStream("handlers.json")) {
      Object cases = JsonParser.STRICT.parse(Objects.requireNonNull(table).readAllBytes());
      return ((List<?>) cases).stream().map(each -> new Case((Map<String, @Nullable Object>) each));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void handlesAsTheReferenceDoes(Case each) {
    Answered[] answers =
        each.list("answers").stream().map(AskedHandlersTest::answer).toArray(Answered[]::new);
    try (Api api = Api.answering(Api.inTurn(answers))) {
      Reading reading = new Reading(api).requester(each.text("requester"));
      ((Map<?, ?>) Objects.requireNonNull(each.fields().get("config")))
          .forEach((name, value) -> reading.config(name.toString(), value));
      GodwitException error = catchThrowableOfType(GodwitException.class, reading::read);
      assertThat(api.asked()).hasSize(((Long) each.fields().get("asked")).intValue());
      List<Double> waits = each.list("waits").stream().map(Double.class::cast).toList();
      assertThat(reading.waits()).hasSameSizeAs(waits);
      boolean jitters = each.text("requester").contains("jitter");
      for (int i = 0; i < waits.size(); i++) {
        assertThat(reading.waits().get(i)).isBetween(jitters ? 3.0 : waits.get(i), waits.get(i));
      }
      assertThat(error == null ? null : kind(error.kind())).isEqualTo(each.fields().get("failure"));
    }
  }

  private static Answered answer(Object answer) {
    List<?> parts = (List<?>) answer;
    Answered answered =
        Answered.status(((Long) parts.get(0)).intValue()).body((String) parts.get(2));
    for (Map.Entry<?, ?> header : ((Map<?, ?>) parts.get(1)).entrySet()) {
      answered = answered.with((String) header.getKey(), (String) header.getValue());
    }
    return answered;
  }

  private static String kind(ErrorKind kind) {
    return switch (kind) {
      case CONFIG -> "config_error";
      case TRANSIENT -> "transient_error";
      case SYSTEM, CONTRACT -> "system_error";
    };
  }
}
