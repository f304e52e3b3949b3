package dev.godwit.core.net;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The hosts of `NO_PROXY`: names with their subdomains, names with a port, IPv4 addresses and
/// networks, or `*` for all.
///
/// @param entries in lower case
public record NoProxy(List<String> entries) {
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

  /// Reads the value of the variable: entries between commas.
  public static NoProxy of(String list) {
    return new NoProxy(
        Arrays.stream(list.split(",", -1))
            .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
            .filter(entry -> !entry.isEmpty())
            .toList());
  }

  /// Whether a host is asked without a proxy.
  ///
  /// @param port -1 where the address names none
  public boolean exempts(String host, int port) {
    String name = host.toLowerCase(Locale.ROOT);
    if (entries.contains("*")) {
      return true;
    }
    if (IPV4.matcher(name).matches()) {
      return entries.stream().anyMatch(entry -> entry.equals(name) || isInNetwork(name, entry));
    }
    return entries.stream()
        .map(entry -> entry.startsWith(".") ? entry.substring(1) : entry)
        .anyMatch(entry -> covers(entry, name) || covers(entry, name + ":" + port));
  }

  private static boolean covers(String entry, String host) {
    return host.equals(entry) || host.endsWith("." + entry);
  }

  private static boolean isInNetwork(String address, String entry) {
    int slash = entry.indexOf('/');
    if (slash < 0
        || !IPV4.matcher(entry.substring(0, slash)).matches()
        || !entry.substring(slash + 1).matches("[0-9]|[12][0-9]|3[0-2]")) {
      return false;
    }
    int shift = 32 - Integer.parseInt(entry.substring(slash + 1));
    return number(address) >> shift == number(entry.substring(0, slash)) >> shift;
  }

  private static long number(String address) {
    long number = 0;
    for (String part : address.split("\\.", -1)) {
      number = number << 8 | Integer.parseInt(part);
    }
    return number;
  }
}
