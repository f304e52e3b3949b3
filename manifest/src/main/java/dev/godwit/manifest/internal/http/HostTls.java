package dev.godwit.manifest.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.StandardConstants;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;

/// Secures connections to one host and checks that the certificate is for it.
///
/// The JDK does that for usual names. It refuses names with an underscore, which hosts of tenants
/// have: it neither finds them in a certificate nor tells them to the server. Those are told as
/// they are, and checked by the client library.
final class HostTls extends DefaultClientTlsStrategy {
  private final String host;
  private final boolean offersHttp2;

  HostTls(SSLContext context, String host, boolean offersHttp2) {
    super(
        context,
        isUsual(host) ? HostnameVerificationPolicy.BUILTIN : HostnameVerificationPolicy.CLIENT,
        isUsual(host) ? null : verifier());
    this.host = host;
    this.offersHttp2 = offersHttp2;
  }

  /// Whether the JDK takes a name as that of a host.
  static boolean isUsual(String host) {
    return host.indexOf('_') < 0;
  }

  /// What checks the certificates of unusual names.
  static DefaultHostnameVerifier verifier() {
    return new DefaultHostnameVerifier(PublicSuffixMatcherLoader.getDefault());
  }

  @Override
  protected void initializeSocket(SSLSocket socket) {
    SSLParameters parameters = socket.getSSLParameters();
    if (offersHttp2) {
      parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
    }
    if (!isUsual(host)) {
      parameters.setServerNames(List.of(new NameAsItIs(host)));
    }
    socket.setSSLParameters(parameters);
  }

  private static final class NameAsItIs extends SNIServerName {
    NameAsItIs(String host) {
      super(StandardConstants.SNI_HOST_NAME, host.getBytes(StandardCharsets.US_ASCII));
    }
  }
}
