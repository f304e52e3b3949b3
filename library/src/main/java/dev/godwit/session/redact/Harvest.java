package dev.godwit.session.redact;

import dev.godwit.core.json.JsonParser;
import dev.godwit.core.net.HttpTap;
import dev.godwit.session.form.Body;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds secrets in requests and answers by the names that they have there: tokens that were
/// fetched, keys in parameters, cookies.
public record Harvest(Redaction redaction, SecretNames names) {
  /// Shorter values are words rather than tokens.
  private static final int SHORTEST = 6;

  private static final Pattern NAMED =
      Pattern.compile("[\"']?([A-Za-z][\\w-]*)[\"']?\\s*[:=]\\s*[\"']([^\"'\\\\]+)[\"']");
  private static final Pattern ELEMENT = Pattern.compile("<([A-Za-z][\\w-]*)>([^<>]+)</");
  private static final Pattern COOKIE = Pattern.compile("(?:^|, ?)([^=;, ]+)=([^;, ]*)");

  public void request(HttpTap.Request request) {
    pairs(Pairs.query(request.url()));
    request.headers().forEach(this::header);
    byte[] body = request.body();
    if (body != null) {
      body(Body.of(body));
    }
  }

  public void answer(HttpTap.Answer answer) {
    answer.headers().forEach(this::header);
    pairs(Pairs.query(answer.url()));
    body(Body.of(answer.body()));
  }

  private void header(String name, String value) {
    if (!names.isHeader(name)) {
      return;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith("cookie")) {
      COOKIE.matcher(value).results().forEach(cookie -> learn("cookie", cookie.group(2)));
      return;
    }
    String credentials = value.substring(value.indexOf(' ') + 1).strip();
    if (value.regionMatches(true, 0, "Basic ", 0, 6)) {
      basic(credentials);
    } else {
      learn(lower, credentials);
    }
  }

  /// Users are secrets only where keys stand in their place.
  private void basic(String credentials) {
    String text;
    try {
      text = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      learn("authorization", credentials);
      return;
    }
    int colon = text.indexOf(':');
    String password = text.substring(colon + 1);
    learn(
        "authorization",
        password.length() < SHORTEST && colon > 0 ? text.substring(0, colon) : password);
  }

  private void pairs(String text) {
    for (Pairs.Pair pair : Pairs.of(text)) {
      if (names.isParameter(pair.name())) {
        learn(pair.name(), pair.value());
      }
    }
  }

  private void body(Body body) {
    switch (body.kind()) {
      case JSON -> json("", JsonParser.LENIENT.parse(body.text()));
      case TEXT -> text(body.text());
      case BASE64 -> {}
    }
  }

  private void text(String text) {
    if (Pairs.isForm(text)) {
      pairs(text);
      return;
    }
    for (Pattern pattern : List.of(NAMED, ELEMENT)) {
      pattern
          .matcher(text)
          .results()
          .filter(found -> names.isField(found.group(1)))
          .forEach(found -> learn(found.group(1), found.group(2)));
    }
  }

  private void json(String name, @Nullable Object value) {
    switch (value) {
      case Map<?, ?> map -> map.forEach((key, field) -> json(String.valueOf(key), field));
      case List<?> list -> list.forEach(item -> json(name, item));
      case String text when names.isField(name) -> learn(name, text);
      case null, default -> {}
    }
  }

  private void learn(String name, String value) {
    if (value.length() >= SHORTEST) {
      redaction.learn(name, value);
    }
  }
}
