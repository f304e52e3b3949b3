package dev.godwit.manifest.internal.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts addresses together as the reference does: `urljoin` for paths, `urlencode` for queries.
public final class Address {
  private Address() {}

  /// Joins a base and a relative path; an absolute path replaces the base.
  public static String join(String base, String path) {
    if (path.isEmpty()) {
      return base;
    }
    return resolve(base.endsWith("/") ? base : base + "/", path);
  }

  /// Resolves a reference against a base (RFC 3986, section 5.2).
  static String resolve(String base, String reference) {
    Parts from = Parts.of(base);
    Parts to = Parts.of(reference);
    if (to.scheme() != null) {
      return new Parts(to.scheme(), to.host(), Parts.withoutDots(to.path()), to.query(), to.fragment())
          .toString();
    }
    if (to.host() != null) {
      return new Parts(
              from.scheme(), to.host(), Parts.withoutDots(to.path()), to.query(), to.fragment())
          .toString();
    }
    if (to.path().isEmpty()) {
      String query = to.query() != null ? to.query() : from.query();
      return new Parts(from.scheme(), from.host(), from.path(), query, to.fragment()).toString();
    }
    String path =
        to.path().startsWith("/")
            ? to.path()
            : Parts.withoutEmptySteps(
                from.path().substring(0, from.path().lastIndexOf('/') + 1) + to.path());
    return new Parts(
            from.scheme(), from.host(), Parts.withoutDots(path), to.query(), to.fragment())
        .toString();
  }

  /// The address as it goes on the wire, with parameters behind those that it already holds. A parameter whose key stands
  /// in the address with the same value is not repeated. Null values are left out, lists repeat their key.
  public static String withQuery(String url, Map<String, ? extends @Nullable Object> parameters) {
    Parts parts = Parts.of(url);
    String added = encode(withoutRepeats(parameters, parts.query()));
    String query = parts.query();
    String whole = query == null || query.isEmpty() ? added : added.isEmpty() ? query : query + "&" + added;
    String path = parts.path().isEmpty() ? "/" : parts.path();
    return Percent.requote(
        new Parts(
                parts.scheme(), parts.hostWithoutEmptyPort(), path, whole.isEmpty() ? null : whole, null).toString());
  }

  /// Form encoding: `a=1&b=x+y`.
  public static String encode(Map<String, ? extends @Nullable Object> parameters) {
    List<String> pairs = new ArrayList<>();
    parameters.forEach(
        (key, value) -> {
          for (Object item : value instanceof List<?> list ? list : Arrays.asList(value)) {
            if (item != null) {
              pairs.add(Percent.quotePlus(key) + "=" + Percent.quotePlus(item.toString()));
            }
          }
        });
    return String.join("&", pairs);
  }

  private static Map<String, @Nullable Object> withoutRepeats(
      Map<String, ? extends @Nullable Object> parameters, @Nullable String query) {
    Map<String, String> present = firstValues(query);
    Map<String, @Nullable Object> kept = new LinkedHashMap<>();
    parameters.forEach(
        (key, value) -> {
          if (value == null || !value.toString().equals(present.get(key))) {
            kept.put(key, value);
          }
        });
    return kept;
  }

  private static Map<String, String> firstValues(@Nullable String query) {
    if (query == null) {
      return Map.of();
    }
    return Arrays.stream(query.split("&"))
        .filter(pair -> pair.contains("="))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> Percent.unquotePlus(pair[0]),
                pair -> Percent.unquotePlus(pair[1]),
                (first, second) -> first,
                HashMap::new));
  }
}
