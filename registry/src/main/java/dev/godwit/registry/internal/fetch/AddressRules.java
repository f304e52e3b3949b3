package dev.godwit.registry.internal.fetch;

import dev.godwit.core.error.GodwitException;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/// Which addresses may be asked.
///
/// @param plainHttp whether other machines may be asked without TLS
public record AddressRules(boolean plainHttp) {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|.+\\.localhost");

  /// Returns normally where an address may be asked.
  ///
  /// @throws GodwitException CONFIG `registry.insecure` or `registry.bad-address`
  public void check(URI address) {
    String scheme = scheme(address);
    String host = address.getHost();
    if (address.getRawUserInfo() != null) {
      throw GodwitException.config(
          "registry.bad-address", "The address of a registry must not hold a name or a password.");
    }
    if (scheme.equals("file")) {
      return;
    }
    if (host == null || !(scheme.equals("http") || scheme.equals("https"))) {
      throw GodwitException.config(
              "registry.bad-address", "This is no address of a registry: " + address)
          .hint("It begins with https://, or is the path of a file.");
    }
    if (scheme.equals("http") && !plainHttp && !isLoopback(host)) {
      throw GodwitException.config(
              "registry.insecure", "What comes from " + host + " without TLS may be anything.")
          .hint(
              "Take an address that begins with https://. If there is none and you trust the"
                  + " network, set GODWIT_REGISTRY_ALLOW_HTTP=1.");
    }
  }

  /// Where a server sends us on.
  ///
  /// @throws GodwitException SYSTEM `registry.untrusted` where that is not to be followed
  URI redirected(URI from, String location) {
    URI to;
    try {
      to = from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw untrusted(from, "sends us on to something that is no address").causedBy(e);
    }
    if (!scheme(to).equals(scheme(from)) && !scheme(to).equals("https")) {
      throw untrusted(from, "sends us on to " + scheme(to) + ", which is less safe");
    }
    if (to.getHost() == null || to.getRawUserInfo() != null) {
      throw untrusted(from, "sends us on to an address that we do not follow");
    }
    check(to);
    return to;
  }

  static GodwitException untrusted(URI address, String what) {
    return GodwitException.system("registry.untrusted", address.getHost() + " " + what + ".")
        .hint("Something is wrong with the registry: tell those who run it.");
  }

  private static String scheme(URI address) {
    String scheme = address.getScheme();
    return scheme == null ? "" : scheme.toLowerCase(Locale.ROOT);
  }

  private static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }
}
