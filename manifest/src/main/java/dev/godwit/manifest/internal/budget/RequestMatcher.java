package dev.godwit.manifest.internal.budget;

import dev.godwit.manifest.internal.http.Percent;
import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.python.Regex;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Recognises requests. What is null or empty recognises all.
///
/// @param method in upper case
/// @param base scheme, host and port, as in `https://api.example.com`
/// @param path a pattern that is found anywhere in the path, which has no slash at its end
/// @param parameters decoded; of a repeated one the last counts
/// @param headers names in lower case
/// @param weight how many calls a request counts for
record RequestMatcher(
    @Nullable String method,
    @Nullable String base,
    @Nullable String path,
    Map<String, String> parameters,
    Map<String, String> headers,
    int weight) {

  boolean matches(Request request) {
    if (method != null && !method.equals(request.method())) {
      return false;
    }
    URI url = URI.create(request.url());
    return (base == null || base.equals(url.getScheme() + "://" + url.getRawAuthority()))
        && (path == null || Regex.of(path).isFoundIn(withoutSlashes(url.getRawPath())))
        && (parameters.isEmpty() || contains(parametersOf(url.getRawQuery()), parameters))
        && (headers.isEmpty() || contains(lowerCase(request.headers()), headers));
  }

  private static boolean contains(Map<String, String> all, Map<String, String> wanted) {
    return all.entrySet().containsAll(wanted.entrySet());
  }

  private static String withoutSlashes(@Nullable String path) {
    String rest = path == null ? "" : path;
    while (rest.endsWith("/")) {
      rest = rest.substring(0, rest.length() - 1);
    }
    return rest;
  }

  /// Those with a value.
  private static Map<String, String> parametersOf(@Nullable String query) {
    Map<String, String> values = new HashMap<>();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      int sign = pair.indexOf('=');
      if (sign >= 0 && sign < pair.length() - 1) {
        values.put(
            Percent.unquotePlus(pair.substring(0, sign)),
            Percent.unquotePlus(pair.substring(sign + 1)));
      }
    }
    return values;
  }

  private static Map<String, String> lowerCase(Map<String, String> headers) {
    Map<String, String> named = new HashMap<>();
    headers.forEach((name, value) -> named.put(name.toLowerCase(Locale.ROOT), value));
    return named;
  }
}
