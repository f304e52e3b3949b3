package dev.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.json.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A JSON object that a test looks into. Asking for what is not there fails the test.
public record ParsedJson(Map<?, ?> values) {
  public static ParsedJson of(String text) {
    return of(JsonParser.STRICT.parse(text));
  }

  private static ParsedJson of(@Nullable Object value) {
    assertThat(value).isInstanceOf(Map.class);
    return new ParsedJson((Map<?, ?>) Objects.requireNonNull(value));
  }

  public Object value(String key) {
    assertThat(values.containsKey(key)).as("key %s of %s", key, values.keySet()).isTrue();
    return Objects.requireNonNull(values.get(key));
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  public boolean isNull(String key) {
    return values.get(key) == null;
  }

  public ParsedJson object(String key) {
    return of(value(key));
  }

  public List<ParsedJson> objects(String key) {
    assertThat(value(key)).isInstanceOf(List.class);
    List<ParsedJson> objects = new ArrayList<>();
    for (Object element : (List<?>) value(key)) {
      objects.add(of(element));
    }
    return objects;
  }
}
