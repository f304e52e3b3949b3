package dev.godwit.manifest.internal.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.manifest.internal.Recorded;
import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.python.Repr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the reference does with the same requests at the same times.
class WindowTablesTest {
  static List<List<@Nullable Object>> matches() {
    return Recorded.table(WindowTablesTest.class, "budget.json", "matches");
  }

  @ParameterizedTest
  @MethodSource("matches")
  void theSameRequestsAreRecognised(List<@Nullable Object> line) {
    Map<?, ?> fields = (Map<?, ?>) Objects.requireNonNull(line.getFirst());
    List<?> asked = (List<?>) Objects.requireNonNull(line.get(1));
    String base = text(fields.get("url_base"));
    String method = text(fields.get("method"));
    RequestMatcher matcher =
        new RequestMatcher(
            method == null ? null : method.toUpperCase(Locale.ROOT),
            base == null ? null : base.replaceAll("/$", ""),
            text(fields.get("url_path_pattern")),
            texts(fields.get("params"), false),
            texts(fields.get("headers"), true),
            1);
    Request request =
        new Request(
            Repr.str(asked.getFirst()), Repr.str(asked.get(1)), texts(asked.get(2), false), null);
    assertThat(matcher.matches(request)).isEqualTo(line.getLast());
  }

  static List<List<@Nullable Object>> moving() {
    return Recorded.table(WindowTablesTest.class, "budget.json", "moving");
  }

  @ParameterizedTest
  @MethodSource("moving")
  void movingWindowsMakeCallsWaitAsLong(List<@Nullable Object> line) {
    List<MovingWindow.Rate> rates = new ArrayList<>();
    for (Object rate : (List<?>) Objects.requireNonNull(line.getFirst())) {
      List<?> pair = (List<?>) rate;
      rates.add(
          new MovingWindow.Rate((int) number(pair.getFirst()), number(pair.getLast()) * 1_000_000));
    }
    MovingWindow window = new MovingWindow(rates);
    for (Object step : (List<?>) Objects.requireNonNull(line.getLast())) {
      List<?> parts = (List<?>) step;
      long now = number(parts.getFirst()) * 1_000;
      if (parts.get(1) instanceof String) {
        window.learn(0L, null, now);
        continue;
      }
      Call call = new Call();
      Long wait = window.refuse(call, (int) number(parts.get(1)), now);
      window.answered(call, now);
      Long expected = parts.get(2) == null ? null : (Long) (number(parts.get(2)) * 1_000);
      assertThat(wait).as(parts.toString()).isEqualTo(expected);
    }
  }

  private static long number(@Nullable Object value) {
    return ((Number) Objects.requireNonNull(value)).longValue();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : Repr.str(value);
  }

  private static Map<String, String> texts(@Nullable Object values, boolean lower) {
    Map<String, String> texts = new HashMap<>();
    if (values instanceof Map<?, ?> map) {
      map.forEach((name, value) -> {
        String key = Repr.str(name);
        texts.put(lower ? key.toLowerCase(Locale.ROOT) : key, Repr.str(value));
      });
    }
    return texts;
  }
}
