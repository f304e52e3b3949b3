package dev.godwit.manifest.internal.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The servers that speak HTTP/2, and the client for them, which is made when the first one is met.
/// Thread-safe.
final class Http2Hosts implements AutoCloseable {
  private final Set<String> origins = ConcurrentHashMap.newKeySet();
  private final Supplier<Http2Client> maker;
  private @Nullable Http2Client client;
  private boolean closed;

  Http2Hosts(Supplier<Http2Client> maker) {
    this.maker = maker;
  }

  boolean contains(Parts address) {
    return !origins.isEmpty() && origins.contains(origin(address));
  }

  void add(Parts address) {
    origins.add(origin(address));
  }

  private static String origin(Parts address) {
    return address.hostName() + ":" + address.port();
  }

  synchronized Http2Client client() {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    if (client == null) {
      client = maker.get();
    }
    return client;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (client != null) {
      client.close();
    }
  }
}
