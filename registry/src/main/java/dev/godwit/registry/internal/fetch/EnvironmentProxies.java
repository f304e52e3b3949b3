package dev.godwit.registry.internal.fetch;

import dev.godwit.core.net.NoProxy;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The proxies that the environment names: `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`, and none for
/// the hosts in `NO_PROXY`. Lower-case names count first.
final class EnvironmentProxies extends ProxySelector {
  private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

  private final Map<String, String> variables;

  EnvironmentProxies(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  @Override
  public List<Proxy> select(URI address) {
    String own = variable(address.getScheme() + "_proxy");
    String chosen = own == null ? variable("all_proxy") : own;
    if (chosen == null || isExempt(address)) {
      return DIRECT;
    }
    URI proxy = URI.create(chosen.contains("://") ? chosen : "http://" + chosen);
    int port = proxy.getPort() < 0 ? 80 : proxy.getPort();
    return List.of(
        new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.getHost(), port)));
  }

  @Override
  public void connectFailed(URI address, SocketAddress proxy, IOException problem) {
    // The request fails and says so.
  }

  private boolean isExempt(URI address) {
    String list = variable("no_proxy");
    return list != null && NoProxy.of(list).exempts(address.getHost(), address.getPort());
  }

  private @Nullable String variable(String lowerCaseName) {
    String value = variables.get(lowerCaseName);
    String chosen = value == null ? variables.get(lowerCaseName.toUpperCase(Locale.ROOT)) : value;
    return chosen == null || chosen.isBlank() ? null : chosen;
  }
}
