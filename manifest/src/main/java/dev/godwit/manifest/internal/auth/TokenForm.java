package dev.godwit.manifest.internal.auth;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.http.Address;
import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.python.PythonSet;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.python.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The request for a token: what is asked for, in the reference's order, in the body or in the
/// query. Everything is evaluated each time.
///
/// @param fields names and values of the standard fields, by their role
/// @param scopes sent as `scopes` where there are any
/// @param extra fields that do not take the place of standard ones
/// @param assertion a signed token that takes the place of everything else in the body; null for
///   none
record TokenForm(
    Supplier<@Nullable Object> endpoint,
    Fields fields,
    List<String> scopes,
    Supplier<Map<String, @Nullable Object>> headers,
    Supplier<Map<String, @Nullable Object>> extra,
    boolean inQuery,
    @Nullable Supplier<String> assertion) {
  /// A name and a value that may both be templates.
  record Field(Supplier<@Nullable Object> name, Supplier<@Nullable Object> value) {}

  record Fields(Field grant, Field clientId, Field clientSecret, Field refreshToken) {}

  /// A header of this very spelling holds the client's context, which are then not sent twice.
  private static final String AUTHORIZATION = "Authorization";

  private static final String FORM = "application/x-www-form-urlencoded";

  Request toRequest() {
    Map<String, @Nullable Object> declared = headers.get();
    Map<String, String> wireHeaders = wireHeaders(declared);
    Supplier<String> signed = assertion;
    String body =
        signed != null
            ? Address.encode(assertionForm(signed.get()))
            : inQuery ? "" : Address.encode(standard(declared));
    String url = Address.withQuery(Repr.str(endpoint.get()), Map.of());
    if (inQuery) {
      url += (url.contains("?") ? "&" : "?") + Address.encode(standard(declared));
    }
    if (body.isEmpty()) {
      return new Request("POST", url, wireHeaders, null);
    }
    if (wireHeaders.keySet().stream().noneMatch("Content-Type"::equalsIgnoreCase)) {
      wireHeaders.put("Content-Type", FORM);
    }
    return new Request("POST", url, wireHeaders, body.getBytes(StandardCharsets.UTF_8));
  }

  /// Values that nobody may read.
  List<@Nullable Object> secrets() {
    return Arrays.asList(fields.refreshToken().value().get(), fields.clientSecret().value().get());
  }

  private Map<String, @Nullable Object> assertionForm(String signed) {
    Map<String, @Nullable Object> form = new LinkedHashMap<>();
    form.put(Repr.str(fields.grant().name().get()), Repr.str(fields.grant().value().get()));
    form.put("assertion", signed);
    return form;
  }

  private Map<String, @Nullable Object> standard(Map<String, @Nullable Object> declaredHeaders) {
    Map<String, @Nullable Object> form = new LinkedHashMap<>();
    put(fields.grant(), form);
    if (!declaredHeaders.containsKey(AUTHORIZATION)) {
      put(fields.clientId(), form);
      put(fields.clientSecret(), form);
    }
    put(fields.refreshToken(), form);
    if (!scopes.isEmpty()) {
      form.put("scopes", scopes);
    }
    extra
        .get()
        .forEach((name, value) -> {
          if (!form.containsKey(name)) {
            form.put(name, wire(value));
          }
        });
    return form;
  }

  private static void put(Field field, Map<String, @Nullable Object> form) {
    form.put(Repr.str(field.name().get()), wire(field.value().get()));
  }

  /// Python's form encoding: what holds several values repeats its name.
  private static @Nullable Object wire(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case List<?> list -> texts(list);
      case Tuple tuple -> texts(tuple.items());
      case PythonSet set -> texts(set.toList());
      case Map<?, ?> map -> texts(map.keySet());
      default -> Repr.str(value);
    };
  }

  private static List<String> texts(Collection<? extends @Nullable Object> values) {
    List<String> texts = new ArrayList<>();
    values.stream().filter(value -> value != null).forEach(value -> texts.add(Repr.str(value)));
    return texts;
  }

  /// Headers without a value are left out; any other than text is refused, as the reference's
  /// library does.
  private static Map<String, String> wireHeaders(Map<String, @Nullable Object> declared) {
    Map<String, String> headers = new LinkedHashMap<>();
    declared.forEach((name, value) -> {
      switch (value) {
        case null -> {}
        case String text -> headers.put(name, text);
        default ->
            throw GodwitException.system(
                    "auth.token-header",
                    "The header '" + name + "' of the token request is no text.")
                .hint("Values in refresh_request_headers must not read as numbers or lists.");
      }
    });
    return headers;
  }
}
