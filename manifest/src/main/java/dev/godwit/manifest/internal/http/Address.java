package dev.godwit.manifest.internal.http;

import dev.godwit.manifest.internal.python.Repr;
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

  /// Resolves a reference against a base as Python does. It differs from RFC 3986, section 5.2, in
  /// that an address with a host of its own stays as it is, and an empty query counts as none.
  static String resolve(String base, String reference) {
    Parts from = Parts.of(base);
    Parts to = Parts.of(reference);
    if (to.scheme() != null && !to.scheme().equals(from.scheme())) {
      return reference;
    }
    if (to.host() != null && !to.host().isEmpty()) {
      return new Parts(from.scheme(), to.host(), to.path(), present(to.query()), to.fragment())
          .toString();
    }
    if (to.path().isEmpty()) {
      String query = present(to.query()) != null ? to.query() : from.query();
      return new Parts(from.scheme(), from.host(), from.path(), query, to.fragment()).toString();
    }
    String path =
        to.path().startsWith("/")
            ? Steps.withoutDots(to.path())
            : Steps.join(from.path(), to.path());
    return new Parts(from.scheme(), from.host(), path, present(to.query()), to.fragment())
        .toString();
  }

  private static @Nullable String present(@Nullable String query) {
    return query == null || query.isEmpty() ? null : query;
  }

  /// The address as it goes on the wire.
  static String wire(String url) {
    return Parts.of(url).wire().toString();
  }

  /// The address as it goes on the wire, with parameters behind those that it already holds. A
  /// parameter whose key stands in the address with the same value is not repeated. Null values are
  /// left out, lists repeat their key.
  public static String withQuery(String url, Map<String, ? extends @Nullable Object> parameters) {
    Parts parts = Parts.of(url);
    Parts wire = parts.withoutDots().wire();
    String added = encode(withoutRepeats(parameters, parts.query()));
    String query = present(wire.query());
    String whole = query == null ? added : added.isEmpty() ? query : query + "&" + added;
    return new Parts(wire.scheme(), wire.host(), wire.path(), present(whole), null).toString();
  }

  /// Form encoding: `a=1&b=x+y`.
  public static String encode(Map<String, ? extends @Nullable Object> parameters) {
    List<String> pairs = new ArrayList<>();
    parameters.forEach((key, value) -> {
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
    parameters.forEach((key, value) -> {
      if (value == null || !Repr.str(value).equals(present.get(key))) {
        kept.put(key, value);
      }
    });
    return kept;
  }

  /// Parameters without a value do not count.
  private static Map<String, String> firstValues(@Nullable String query) {
    if (query == null) {
      return Map.of();
    }
    return Arrays.stream(query.split("&"))
        .filter(pair -> pair.contains("=") && !pair.endsWith("="))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> Percent.unquotePlus(pair[0]),
                pair -> Percent.unquotePlus(pair[1]),
                (first, second) -> first,
                HashMap::new));
  }
}
