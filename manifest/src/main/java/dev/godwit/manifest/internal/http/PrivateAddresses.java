package dev.godwit.manifest.internal.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/// Tells addresses that anybody on the internet can reach from all others: those of this machine,
/// of private networks, of the cloud's own services, and those that mean nothing.
final class PrivateAddresses {
  /// Networks by their first bits, from the registries of special-purpose addresses, and a public
  /// address at which a cloud offers its machines' secrets.
  private static final List<Network> NETWORKS =
      List.of(
          Network.of("0.0.0.0", 8),
          Network.of("10.0.0.0", 8),
          Network.of("100.64.0.0", 10),
          Network.of("127.0.0.0", 8),
          Network.of("168.63.129.16", 32),
          Network.of("169.254.0.0", 16),
          Network.of("172.16.0.0", 12),
          Network.of("192.0.0.0", 24),
          Network.of("192.0.2.0", 24),
          Network.of("192.88.99.0", 24),
          Network.of("192.168.0.0", 16),
          Network.of("198.18.0.0", 15),
          Network.of("198.51.100.0", 24),
          Network.of("203.0.113.0", 24),
          Network.of("224.0.0.0", 3),
          Network.of("::", 96),
          Network.of("64:ff9b:1::", 48),
          Network.of("100::", 64),
          Network.of("2001::", 23),
          Network.of("2001:db8::", 32),
          Network.of("3fff::", 20),
          Network.of("5f00::", 16),
          Network.of("fc00::", 7),
          Network.of("fe80::", 9),
          Network.of("ff00::", 8));

  /// IPv6 networks whose addresses carry an IPv4 address, from this byte on.
  private static final Network NAT64 = Network.of("64:ff9b::", 96);

  private static final Network SIX_TO_FOUR = Network.of("2002::", 16);

  private record Network(byte[] start, int bits) {
    static Network of(String start, int bits) {
      try {
        return new Network(InetAddress.getByName(start).getAddress(), bits);
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(start, e);
      }
    }

    boolean contains(byte[] address) {
      if (address.length != start.length) {
        return false;
      }
      int whole = bits / 8;
      int mask = 0xff00 >> bits % 8 & 0xff;
      return Arrays.equals(address, 0, whole, start, 0, whole)
          && (mask == 0 || (address[whole] & mask) == (start[whole] & mask));
    }
  }

  private PrivateAddresses() {}

  static boolean contain(InetAddress address) {
    return contain(address.getAddress());
  }

  /// IPv4 addresses inside IPv6 ones (`::ffff:10.0.0.1`) come as IPv4 from Java.
  private static boolean contain(byte[] address) {
    if (NETWORKS.stream().anyMatch(network -> network.contains(address))) {
      return true;
    }
    return (NAT64.contains(address) && contain(Arrays.copyOfRange(address, 12, 16)))
        || (SIX_TO_FOUR.contains(address) && contain(Arrays.copyOfRange(address, 2, 6)));
  }
}
