package dev.godwit.manifest.internal.http;

import java.util.ArrayDeque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The five parts of an address, cut without checking them; each is null or empty where it is absent.
record Parts(
    @Nullable String scheme,
    @Nullable String host,
    String path,
    @Nullable String query,
    @Nullable String fragment) {

  static Parts of(String url) {
    String rest = url;
    String fragment = null;
    int hash = rest.indexOf('#');
    if (hash >= 0) {
      fragment = rest.substring(hash + 1);
      rest = rest.substring(0, hash);
    }
    String query = null;
    int mark = rest.indexOf('?');
    if (mark >= 0) {
      query = rest.substring(mark + 1);
      rest = rest.substring(0, mark);
    }
    String scheme = null;
    int colon = rest.indexOf(':');
    if (colon > 0 && isScheme(rest.substring(0, colon))) {
      scheme = rest.substring(0, colon).toLowerCase(Locale.ROOT);
      rest = rest.substring(colon + 1);
    }
    String host = null;
    if (rest.startsWith("//")) {
      int slash = rest.indexOf('/', 2);
      host = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
      rest = slash < 0 ? "" : rest.substring(slash);
    }
    return new Parts(scheme, host, rest, query, fragment);
  }

  private static boolean isScheme(String text) {
    return text.matches("[A-Za-z][A-Za-z0-9+.-]*");
  }

  /// Joins doubled slashes inside a path, as Python does where it joins paths.
  static String withoutEmptySteps(String path) {
    if (!path.contains("//")) {
      return path;
    }
    int last = path.lastIndexOf('/');
    String joined = path.substring(0, last).replaceAll("/+", "/");
    return (joined.endsWith("/") ? joined.substring(0, joined.length() - 1) : joined)
        + path.substring(last);
  }

  @Nullable String hostWithoutEmptyPort() {
    return host != null && host.endsWith(":") ? host.substring(0, host.length() - 1) : host;
  }

  /// Resolves `.` and `..` segments.
  static String withoutDots(String path) {
    if (!path.contains("/.") && !path.startsWith(".")) {
      return path;
    }
    ArrayDeque<String> kept = new ArrayDeque<>();
    String[] segments = path.split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      String segment = segments[i];
      boolean last = i == segments.length - 1;
      if (segment.equals("..")) {
        if (kept.size() > 1) {
          kept.removeLast();
        }
      } else if (!segment.equals(".")) {
        kept.addLast(segment);
      }
      if (last && (segment.equals("..") || segment.equals("."))) {
        kept.addLast("");
      }
    }
    return String.join("/", kept);
  }

  /// Scheme, host and port: what decides whether credentials may follow a redirect.
  String origin() {
    return scheme + "://" + (host == null ? "" : host.toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    StringBuilder url = new StringBuilder();
    if (scheme != null) {
      url.append(scheme).append(':');
    }
    if (host != null) {
      url.append("//").append(host);
    }
    url.append(path);
    if (query != null) {
      url.append('?').append(query);
    }
    if (fragment != null) {
      url.append('#').append(fragment);
    }
    return url.toString();
  }
}
