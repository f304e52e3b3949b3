package dev.godwit.manifest.internal.draft;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.http.Address;
import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.python.PythonJson;
import dev.godwit.manifest.internal.python.Repr;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The parts of a request that one contributor wants, or all of them together. Not thread-safe.
public final class Draft {
  private static final List<String> METHODS_WITH_BODY = List.of("GET", "POST", "PUT", "PATCH");

  private final Map<Part, Map<String, @Nullable Object>> parts = new EnumMap<>(Part.class);
  private @Nullable String text;

  public Draft() {
    for (Part part : Part.values()) {
      parts.put(part, new LinkedHashMap<>());
    }
  }

  /// The entries of one part; changing them changes the draft.
  public Map<String, @Nullable Object> part(Part part) {
    Map<String, @Nullable Object> entries = parts.get(part);
    return entries == null ? Map.of() : entries;
  }

  /// Makes the body a text that is sent as it is. An empty text is no body.
  public void body(String newText) {
    text = newText.isEmpty() ? null : newText;
  }

  /// The text that is sent as it is; null where the body is made of parts.
  public @Nullable String body() {
    return text;
  }

  /// All contributions as one draft, in the given order.
  ///
  /// @throws GodwitException CONFIG `request.collision` when two want the same place; equal values
  ///   are fine in JSON bodies
  public static Draft combine(Draft... contributions) {
    Draft whole = new Draft();
    for (Draft contribution : contributions) {
      for (Part part : Part.values()) {
        merge(whole.part(part), contribution.part(part), part, "");
      }
      whole.addText(contribution);
    }
    return whole;
  }

  private void addText(Draft contribution) {
    if (contribution.text != null && text != null) {
      throw collision("the body is given as text twice");
    }
    text = contribution.text == null ? text : contribution.text;
    if (text != null && !part(Part.BODY_DATA).isEmpty()) {
      throw collision("the body is given as text and as fields");
    }
  }

  private static void merge(
      Map<String, @Nullable Object> target,
      Map<String, ? extends @Nullable Object> source,
      Part part,
      String path) {
    source.forEach((key, value) -> {
      if (!target.containsKey(key)) {
        target.put(key, copy(value));
      } else if (part != Part.BODY_JSON) {
        throw collision("'" + path + key + "' is set twice");
      } else {
        mergeJson(target, key, value, path);
      }
    });
  }

  @SuppressWarnings("unchecked")
  private static void mergeJson(
      Map<String, @Nullable Object> target, String key, @Nullable Object value, String path) {
    Object present = target.get(key);
    if (present instanceof Map<?, ?> left && value instanceof Map<?, ?> right) {
      merge(
          (Map<String, @Nullable Object>) left,
          (Map<String, @Nullable Object>) right,
          Part.BODY_JSON,
          path + key + ".");
    } else if (!Objects.equals(present, value)) {
      throw collision("'" + path + key + "' is set twice with different values");
    }
  }

  private static @Nullable Object copy(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((key, inner) -> copy.put(key, copy(inner)));
      return copy;
    }
    return value;
  }

  static GodwitException collision(String what) {
    return GodwitException.config(
            "request.collision", "Two parts of the request collide: " + what + ".")
        .hint("Give each value in one place only: requester, authenticator, paginator or slicer.");
  }

  /// The request that this draft describes.
  public Request toRequest(String method, String url) {
    Map<String, String> headers = new LinkedHashMap<>();
    part(Part.HEADER).forEach((name, value) -> headers.put(name, header(name, Repr.str(value))));
    byte[] body = METHODS_WITH_BODY.contains(method) ? encodeBody(headers) : null;
    return new Request(method, Address.withQuery(url, parameters()), headers, body);
  }

  /// A value may end with blanks, but not begin with them, as in the reference.
  private static String header(String name, String value) {
    boolean leads = !value.isEmpty() && Character.isWhitespace(value.charAt(0));
    if (leads || value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
      throw GodwitException.system(
              "request.bad-header", "The value of the header " + name + " cannot be sent.")
          .hint("It must not begin with a blank or hold line breaks. Check the configuration.");
    }
    return value;
  }

  /// The parameters, among which an object has no meaning.
  private Map<String, @Nullable Object> parameters() {
    part(Part.PARAMETER)
        .forEach((name, value) -> {
          if (value instanceof Map) {
            throw GodwitException.system(
                    "request.object-parameter", "The parameter " + name + " is an object.")
                .hint("Give it a text, a number or a list.");
          }
        });
    return wireValues(part(Part.PARAMETER));
  }

  private byte @Nullable [] encodeBody(Map<String, String> headers) {
    Map<String, @Nullable Object> json = part(Part.BODY_JSON);
    Map<String, @Nullable Object> form = part(Part.BODY_DATA);
    if (!json.isEmpty() && (text != null || !form.isEmpty())) {
      throw collision("the body is given as JSON and as form data");
    }
    if (!json.isEmpty()) {
      addContentType(headers, "application/json");
      return PythonJson.DEFAULT.dumps(json).getBytes(StandardCharsets.UTF_8);
    }
    if (!form.isEmpty()) {
      addContentType(headers, "application/x-www-form-urlencoded");
      return Address.encode(wireValues(form)).getBytes(StandardCharsets.UTF_8);
    }
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  private static void addContentType(Map<String, String> headers, String type) {
    if (headers.keySet().stream().noneMatch(name -> name.equalsIgnoreCase("Content-Type"))) {
      headers.put("Content-Type", type);
    }
  }

  /// Values as Python's `str()` writes them; lists stay lists, they repeat their key.
  private static Map<String, @Nullable Object> wireValues(Map<String, @Nullable Object> values) {
    Map<String, @Nullable Object> wire = new LinkedHashMap<>();
    values.forEach((key, value) ->
        wire.put(
            key,
            switch (value) {
              case null -> null;
              case List<?> list -> list.stream().filter(Objects::nonNull).map(Repr::str).toList();
              default -> Repr.str(value);
            }));
    return wire;
  }
}
