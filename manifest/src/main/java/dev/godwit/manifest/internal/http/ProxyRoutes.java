package dev.godwit.manifest.internal.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/// Sends requests through the proxies that the environment names: `HTTPS_PROXY`, `HTTP_PROXY`,
/// `ALL_PROXY`, and none for the hosts in `NO_PROXY`. Lower-case names count first, as everywhere.
final class ProxyRoutes extends DefaultRoutePlanner {
  private final Map<String, String> variables;

  ProxyRoutes(Map<String, String> variables) {
    super(null);
    this.variables = variables;
  }

  @Override
  protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
    String proxy = variable(target.getSchemeName() + "_proxy");
    String chosen = proxy == null ? variable("all_proxy") : proxy;
    if (chosen == null || isExempt(target.getHostName())) {
      return null;
    }
    Parts parts = Parts.of(chosen.contains("://") ? chosen : "http://" + chosen);
    String host = parts.host() == null ? "" : parts.host();
    String address = host.substring(host.lastIndexOf('@') + 1);
    int colon = address.lastIndexOf(':');
    return colon < 0
        ? new HttpHost(parts.scheme(), address, 80)
        : new HttpHost(
            parts.scheme(),
            address.substring(0, colon),
            Integer.parseInt(address.substring(colon + 1)));
  }

  private @Nullable String variable(String lowerCaseName) {
    String value = variables.get(lowerCaseName);
    String chosen = value == null ? variables.get(lowerCaseName.toUpperCase(Locale.ROOT)) : value;
    return chosen == null || chosen.isBlank() ? null : chosen;
  }

  private boolean isExempt(String host) {
    String exempt = variable("no_proxy");
    return exempt != null
        && Arrays.stream(exempt.split(","))
            .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
            .filter(entry -> !entry.isEmpty())
            .map(entry -> entry.startsWith(".") ? entry.substring(1) : entry)
            .anyMatch(
                entry -> entry.equals("*") || host.equals(entry) || host.endsWith("." + entry));
  }
}
