package dev.godwit.manifest.internal.http;

import java.io.IOException;
import java.net.Socket;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/// Opens secure connections for HTTP/1.1, and offers HTTP/2 on the way. A server that takes the
/// offer is told apart by an exception; all others have cost nothing.
final class AlpnStrategy implements TlsSocketStrategy {
  /// The server speaks HTTP/2.
  static final class Http2Offered extends IOException {
    private static final long serialVersionUID = 1;

    Http2Offered(String host) {
      super(host + " speaks HTTP/2");
    }
  }

  /// An attribute of requests that only HTTP/1.1 can carry.
  private static final String HTTP1_ONLY = "godwit.http1-only";

  private final Certificates certificates;
  private final Predicate<HttpHost> offers;

  /// @param offers whether HTTP/2 may be spoken with a host
  AlpnStrategy(Certificates certificates, Predicate<HttpHost> offers) {
    this.certificates = certificates;
    this.offers = offers;
  }

  static void useHttp1Only(HttpClientContext request) {
    request.setAttribute(HTTP1_ONLY, true);
  }

  @Override
  public SSLSocket upgrade(
      Socket socket,
      String target,
      int port,
      @Nullable Object attachment,
      @Nullable HttpContext context)
      throws IOException {
    boolean http1Only = context != null && context.getAttribute(HTTP1_ONLY) != null;
    boolean offered =
        !http1Only
            && !UnusualNames.contain(target)
            && offers.test(new HttpHost("https", target, port));
    SSLSocket secure =
        new HostTls(certificates.context(), target, offered)
            .upgrade(socket, target, port, attachment, context);
    if ("h2".equals(secure.getApplicationProtocol())) {
      secure.close();
      throw new Http2Offered(target);
    }
    return secure;
  }
}
