package dev.godwit.manifest.internal.http;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.net.NoProxy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.CredentialsProvider;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/// Sends requests through the proxies that the environment names: `HTTPS_PROXY`, `HTTP_PROXY`,
/// `ALL_PROXY`, and none for the hosts in `NO_PROXY`. Lower-case names count first, as everywhere.
final class ProxyRoutes extends DefaultRoutePlanner {
  private static final List<String> NAMES = List.of("all_proxy", "http_proxy", "https_proxy");

  private final Map<String, String> variables;
  private final NoProxy exempt;
  private final AddressGuard guard;

  ProxyRoutes(Map<String, String> variables) {
    this(variables, proxies -> AddressGuard.of(variables, proxies));
  }

  /// @param guards makes a guard that knows the hosts of the proxies
  ProxyRoutes(Map<String, String> variables, Function<Set<String>, AddressGuard> guards) {
    super(null);
    this.variables = variables;
    String list = variable("no_proxy");
    this.exempt = NoProxy.of(list == null ? "" : list);
    this.guard = guards.apply(proxyHosts());
  }

  /// Looks at every address that is connected to, the proxies' own apart.
  AddressGuard guard() {
    return guard;
  }

  private Set<String> proxyHosts() {
    return NAMES.stream()
        .map(this::proxy)
        .flatMap(Stream::ofNullable)
        .map(Parts::hostName)
        .collect(Collectors.toSet());
  }

  @Override
  protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
    HttpHost proxy = proxy(target);
    guard.checkTarget(target.getHostName(), proxy != null);
    return proxy;
  }

  /// Whether a host is asked without a proxy.
  boolean isDirect(HttpHost target) {
    return proxy(target) == null;
  }

  private @Nullable HttpHost proxy(HttpHost target) {
    Parts own = proxy(target.getSchemeName() + "_proxy");
    Parts chosen = own == null ? proxy("all_proxy") : own;
    return chosen == null || exempt.exempts(target.getHostName(), target.getPort())
        ? null
        : host(chosen);
  }

  /// The names and passwords that stand in the addresses of the proxies.
  CredentialsProvider credentials() {
    BasicCredentialsProvider credentials = new BasicCredentialsProvider();
    for (String name : NAMES) {
      Parts proxy = proxy(name);
      String user = proxy == null ? null : proxy.userInfo();
      if (proxy != null && user != null) {
        int colon = user.indexOf(':');
        String password = colon < 0 ? "" : user.substring(colon + 1);
        credentials.setCredentials(
            new AuthScope(host(proxy)),
            new UsernamePasswordCredentials(
                Percent.unquote(colon < 0 ? user : user.substring(0, colon)),
                Percent.unquote(password).toCharArray()));
      }
    }
    return credentials;
  }

  private @Nullable Parts proxy(String variable) {
    String address = variable(variable);
    return address == null
        ? null
        : Parts.of(address.contains("://") ? address : "http://" + address);
  }

  private static HttpHost host(Parts proxy) {
    String scheme = proxy.scheme();
    if (scheme == null || !scheme.startsWith("http")) {
      throw GodwitException.config(
              "http.bad-proxy", "Proxies that speak " + scheme + " are not supported.")
          .hint("Name a proxy whose address begins with http:// in HTTPS_PROXY or HTTP_PROXY.");
    }
    return new HttpHost(proxy.scheme(), proxy.hostName(), Integer.parseInt(proxy.port()));
  }

  private @Nullable String variable(String lowerCaseName) {
    String value = variables.get(lowerCaseName);
    String chosen = value == null ? variables.get(lowerCaseName.toUpperCase(Locale.ROOT)) : value;
    return chosen == null || chosen.isBlank() ? null : chosen;
  }
}
