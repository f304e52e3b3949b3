package dev.godwit.manifest.internal.http;

import java.net.IDN;
import java.util.Locale;
import java.util.Objects;
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
  /// fragment, and no credentials, which the reference does not send from here either.
  Parts wire() {
    return new Parts(
        scheme,
        host == null ? null : wireHost(authority()),
        Percent.repair(path.isEmpty() ? "/" : path),
        query == null ? null : Percent.repair(query),
        null);
  }

  private static String wireHost(String given) {
    String withoutEmptyPort = given.endsWith(":") ? given.substring(0, given.length() - 1) : given;
    boolean ascii = withoutEmptyPort.chars().allMatch(c -> c < 128);
    String name =
        (ascii ? withoutEmptyPort : IDN.toASCII(withoutEmptyPort)).toLowerCase(Locale.ROOT);
    return escaped(name);
  }

  /// What may not stand in the name of a host is escaped, as the reference does: `<your-domain>` in
  /// an example of a configuration.
  private static String escaped(String name) {
    StringBuilder escaped = new StringBuilder();
    name.chars()
        .forEach(c -> {
          boolean plain = c > ' ' && "\"<>\\^`{|}".indexOf(c) < 0;
          escaped.append(plain ? String.valueOf((char) c) : "%%%02x".formatted(c));
        });
    return escaped.toString();
  }

  Parts withoutDots() {
    return new Parts(scheme, host, Steps.withoutDots(path), query, fragment);
  }

  /// Whether credentials for `from` may be sent here: the same host, scheme and port, or from http
  /// to https on their usual ports.
  boolean mayHaveCredentialsOf(Parts from) {
    if (!hostName().equals(from.hostName())) {
      return false;
    }
    boolean sameScheme = Objects.equals(scheme, from.scheme);
    boolean upgraded = "http".equals(from.scheme) && "https".equals(scheme);
    return (sameScheme && port().equals(from.port()))
        || (upgraded && from.port().equals("80") && port().equals("443"));
  }

  /// Name and password as they stand before the host; null where there are none.
  @Nullable String userInfo() {
    int at = host == null ? -1 : host.lastIndexOf('@');
    return host == null || at < 0 ? null : host.substring(0, at);
  }

  /// Host and port without credentials.
  private String authority() {
    return host == null ? "" : host.substring(host.lastIndexOf('@') + 1);
  }

  String hostName() {
    String authority = authority();
    int colon = authority.lastIndexOf(':');
    String name = colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
    return name.toLowerCase(Locale.ROOT);
  }

  /// The port, given or usual.
  String port() {
    String authority = authority();
    int colon = authority.lastIndexOf(':');
    boolean given = colon > authority.lastIndexOf(']') && colon < authority.length() - 1;
    return given ? authority.substring(colon + 1) : "https".equals(scheme) ? "443" : "80";
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
