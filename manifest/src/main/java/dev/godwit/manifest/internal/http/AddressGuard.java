package dev.godwit.manifest.internal.http;

import dev.godwit.core.error.GodwitException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/// Keeps requests out of private networks where an operator wants that, because manifests and
/// configurations come from strangers. It looks at the very addresses that a connection is opened
/// to, so neither redirections nor names that change their address lead around it.
final class AddressGuard implements DnsResolver {
  /// The variable that switches the guard on.
  static final String VARIABLE = "GODWIT_BLOCK_PRIVATE_ADDRESSES";

  private static final Set<String> OFF = Set.of("", "0", "false", "no", "off");

  private final DnsResolver names;
  private final Predicate<InetAddress> blocked;
  private final Set<String> proxies;

  /// @param blocked the addresses that are off limits
  /// @param proxies host names of the operator's own proxies, which may lie anywhere
  AddressGuard(DnsResolver names, Predicate<InetAddress> blocked, Set<String> proxies) {
    this.names = names;
    this.blocked = blocked;
    this.proxies = proxies;
  }

  /// The guard that the environment asks for. What is not clearly a no switches it on.
  static AddressGuard of(Map<String, String> variables, Set<String> proxies) {
    String value = variables.getOrDefault(VARIABLE, "").strip().toLowerCase(Locale.ROOT);
    Predicate<InetAddress> blocked =
        OFF.contains(value) ? address -> false : PrivateAddresses::contain;
    return new AddressGuard(SystemDefaultDnsResolver.INSTANCE, blocked, proxies);
  }

  /// The addresses to connect to.
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = names.resolve(host);
    if (!proxies.contains(host.toLowerCase(Locale.ROOT))) {
      requireAllowed(host, addresses);
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return names.resolveCanonicalHostname(host);
  }

  /// Looks at a host that a proxy will connect to, or that is a proxy itself. What a proxy makes of
  /// a name is its own matter; a name that is not known here is left to it.
  void checkTarget(String host, boolean proxied) {
    if (!proxied && !proxies.contains(host.toLowerCase(Locale.ROOT))) {
      return;
    }
    try {
      requireAllowed(host, names.resolve(host));
    } catch (UnknownHostException onlyTheProxyKnowsIt) {
      // Nothing to look at.
    }
  }

  private void requireAllowed(String host, InetAddress[] addresses) {
    if (Arrays.stream(addresses).anyMatch(blocked)) {
      throw GodwitException.config(
              "http.private-address", host + " lies in a private network, where Godwit may not go.")
          .hint(
              "Use an address of the public internet; whoever runs Godwit decides with "
                  + VARIABLE
                  + ".");
    }
  }
}
