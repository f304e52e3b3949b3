package dev.godwit.session.form;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.session.form.Exchange.Answered;
import dev.godwit.session.form.Exchange.Outcome;
import dev.godwit.session.form.Exchange.Sent;
import dev.godwit.session.form.Exchange.Unreachable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The fields of one object of a session's file.
///
/// @param path of the object in the file, for errors
record SessionFields(Map<?, ?> values, String path) {
  SessionFields(@Nullable Object value, String path) {
    this(asObject(value, path), path);
  }

  private static Map<?, ?> asObject(@Nullable Object value, String path) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw malformed((path.isEmpty() ? "it" : path) + " is no object");
  }

  static GodwitException malformed(String problem) {
    return GodwitException.config("session.malformed", "The session cannot be read: " + problem)
        .hint("Record it again with godwit record.");
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  String text(String key) {
    String text = textOrNull(key);
    if (text == null) {
      throw malformed(at(key) + " is missing");
    }
    return text;
  }

  @Nullable String textOrNull(String key) {
    Object value = values.get(key);
    return value == null ? null : value.toString();
  }

  @Nullable Long numberOrNull(String key) {
    Object value = values.get(key);
    if (value == null || value instanceof Long) {
      return (Long) value;
    }
    throw malformed(at(key) + " is no integer");
  }

  private long number(String key) {
    Long number = numberOrNull(key);
    if (number == null) {
      throw malformed(at(key) + " is missing");
    }
    return number;
  }

  SessionFields inner(String key) {
    return new SessionFields(values.get(key), at(key));
  }

  Map<String, @Nullable Object> object(String key) {
    Map<String, @Nullable Object> object = objectOrNull(key);
    return object == null ? Map.of() : object;
  }

  /// An object, or the text of one.
  @Nullable Map<String, @Nullable Object> objectOrNull(String key) {
    Object value = values.get(key);
    if (value == null) {
      return null;
    }
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    Object plain = value instanceof String text ? JsonParser.LENIENT.parse(text) : value;
    asObject(plain, at(key)).forEach((name, field) -> object.put(String.valueOf(name), field));
    return object;
  }

  List<SessionFields> list(String key) {
    Object value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> items)) {
      throw malformed(at(key) + " is no list");
    }
    List<SessionFields> list = new ArrayList<>();
    for (Object item : items) {
      list.add(new SessionFields(item, at(key) + "[" + list.size() + "]"));
    }
    return list;
  }

  Exchange exchange() {
    String request = text("request");
    int space = request.indexOf(' ');
    if (space < 0) {
      throw malformed(at("request") + " is not a method and an address");
    }
    Sent sent =
        new Sent(
            request.substring(0, space),
            request.substring(space + 1),
            headers(),
            hasBody() ? body() : null);
    return new Exchange(sent, inner("answer").outcome());
  }

  private Outcome outcome() {
    return values.containsKey("unreachable")
        ? new Unreachable(text("unreachable"), text("message"))
        : new Answered(Math.toIntExact(number("status")), textOrNull("url"), headers(), body());
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    object("headers").forEach((name, value) -> headers.put(name, String.valueOf(value)));
    return headers;
  }

  private boolean hasBody() {
    return values.containsKey("json") || values.containsKey("text") || values.containsKey("base64");
  }

  private Body body() {
    boolean gzip = Boolean.TRUE.equals(values.get("gzip"));
    for (Body.Kind kind : List.of(Body.Kind.JSON, Body.Kind.BASE64)) {
      String text = textOrNull(kind == Body.Kind.JSON ? "json" : "base64");
      if (text != null) {
        return new Body(kind, gzip, text.strip());
      }
    }
    String text = textOrNull("text");
    return new Body(Body.Kind.TEXT, gzip, text == null ? "" : text);
  }

  Expectation expectation() {
    long count = number("records");
    String whole = textOrNull("rows");
    String first = textOrNull("first_rows");
    String lines = whole == null ? first == null ? "" : first : whole;
    List<String> rows = lines.lines().toList();
    String digest = textOrNull("sha256");
    Object failure = values.get("failure");
    return new Expectation(
        count,
        digest == null ? RowDigest.of(rows) : digest,
        rows,
        objectOrNull("state"),
        failure == null ? null : inner("failure").failure());
  }

  private Expectation.Failure failure() {
    return new Expectation.Failure(text("code"), text("message"));
  }
}
