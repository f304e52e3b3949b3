package dev.godwit.manifest.internal.http;

import dev.godwit.core.log.Secrets;
import java.io.IOException;
import java.util.Map;

/// Learns the credentials that requests carry, such as tokens that were fetched: they are secrets
/// like those of the configuration.
public record DiscreetTransport(Transport transport, Secrets secrets) implements Transport {
  @Override
  public Response send(Request request, Session session) throws IOException {
    for (Map.Entry<String, String> header : request.headers().entrySet()) {
      if (header.getKey().equalsIgnoreCase("Authorization")) {
        learn(header.getValue().strip());
      }
    }
    return transport.send(request, session);
  }

  /// What follows the scheme, as in `Bearer abc`.
  private void learn(String credentials) {
    secrets.learn(credentials.substring(credentials.indexOf(' ') + 1));
  }

  @Override
  public void close() {
    transport.close();
  }
}
