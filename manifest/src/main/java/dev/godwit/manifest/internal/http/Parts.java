package dev.godwit.manifest.internal.http;

import java.net.IDN;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The five parts of an address, cut without checking them; each is null or empty where it is
/// absent.
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

  /// The address as it may go on the wire: host in lower case and ASCII, everything escaped, no
  /// fragment.
  Parts wire() {
    return new Parts(
        scheme,
        host == null ? null : wireHost(host),
        Percent.repair(path.isEmpty() ? "/" : path),
        query == null ? null : Percent.repair(query),
        null);
  }

  private static String wireHost(String host) {
    int at = host.lastIndexOf('@') + 1;
    String name = host.substring(at);
    String withoutEmptyPort = name.endsWith(":") ? name.substring(0, name.length() - 1) : name;
    boolean ascii = withoutEmptyPort.chars().allMatch(c -> c < 128);
    return host.substring(0, at)
        + (ascii ? withoutEmptyPort : IDN.toASCII(withoutEmptyPort)).toLowerCase(Locale.ROOT);
  }

  Parts withoutDots() {
    return new Parts(scheme, host, Steps.withoutDots(path), query, fragment);
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
