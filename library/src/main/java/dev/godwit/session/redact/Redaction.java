package dev.godwit.session.redact;

import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.session.form.JsonTokens;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts placeholders where secrets are, however they are written. The same secret has the same
/// placeholder everywhere, so that a replay sends what was recorded. For one thread.
public final class Redaction {
  private final Map<String, String> placeholders = new LinkedHashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Replacements replacements = new Replacements();

  /// Adds a secret with its placeholder.
  public void add(String secret, String placeholder) {
    String safe = placeholder.contains(secret) ? Placeholder.of("n", size() + 1) : placeholder;
    if (placeholders.putIfAbsent(secret, safe) == null) {
      Spellings.of(secret).forEach(spelling -> replacements.add(spelling, safe));
    }
  }

  /// Adds a secret that was found under a name.
  public void learn(String name, String secret) {
    if (!placeholders.containsKey(secret) && text(secret).equals(secret)) {
      add(secret, Placeholder.of(name, numbers.merge(name, 1, Integer::sum)));
    }
  }

  /// How many secrets are known.
  public int size() {
    return placeholders.size();
  }

  /// A text without secrets.
  public String text(String text) {
    return KnownShapes.withoutSignedTokens(
        replacements.apply(Base64Runs.apply(text, replacements::apply)));
  }

  /// What stands where a secret is that the text still has; null where it has none.
  @Nullable String firstIn(String text) {
    String found = replacements.firstIn(text);
    String decoded = Base64Runs.apply(text, replacements::apply);
    return found == null && !decoded.equals(text) ? "in base64" : found;
  }

  /// JSON without secrets; whatever else it has stays as it is spelt.
  public String json(String json) {
    List<String> tokens = JsonTokens.of(json);
    tokens.replaceAll(this::token);
    return JsonTokens.layout(tokens);
  }

  /// As above, in one line.
  public String row(String json) {
    List<String> tokens = JsonTokens.of(json);
    tokens.replaceAll(this::token);
    return String.join("", tokens);
  }

  private String token(String token) {
    if (token.startsWith("\"")) {
      String plain = String.valueOf(JsonParser.LENIENT.parse(token));
      String clean = text(plain);
      return clean.equals(plain) ? token : JsonWriter.text(clean);
    }
    String number = placeholders.get(token);
    return number == null ? token : JsonWriter.text(number);
  }

  /// A plain value without secrets.
  public @Nullable Object value(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> object(map);
      case List<?> list -> list.stream().map(this::value).toList();
      case String text -> text(text);
      case Number number -> {
        String placeholder = placeholders.get(number.toString());
        yield placeholder == null ? number : placeholder;
      }
      case null, default -> value;
    };
  }

  /// A plain object without secrets.
  public Map<String, @Nullable Object> object(Map<?, ?> map) {
    Map<String, @Nullable Object> clean = new LinkedHashMap<>();
    map.forEach((name, value) -> clean.put(text(String.valueOf(name)), value(value)));
    return clean;
  }
}
